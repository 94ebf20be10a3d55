namespace Hotfix.Git.Reading;

/// <summary>What a tagged commit is to another.</summary>
internal enum TagPlace
{
    /// <summary>Neither contains the other.</summary>
    Beside,

    /// <summary>The very commit.</summary>
    Same,

    /// <summary>The other commit contains it.</summary>
    Ancestor,

    /// <summary>It contains the other commit.</summary>
    Descendant,
}
