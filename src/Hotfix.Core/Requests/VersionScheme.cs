namespace Hotfix.Core.Requests;

/// <summary>How the releases of a support line are numbered.</summary>
internal enum VersionScheme
{
    /// <summary>The next free patch of the line, <c>1.4.3</c>.</summary>
    Patch,

    /// <summary>The release that it is made of, and the commit, <c>1.4.2-hotfix9bf97126</c>: for whoever pins by exact name.</summary>
    Suffix,
}
