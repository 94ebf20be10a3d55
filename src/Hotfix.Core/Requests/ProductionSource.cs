namespace Hotfix.Core.Requests;

/// <summary>Who says what production runs.</summary>
internal enum ProductionSource
{
    /// <summary>The newest successful deployment to the production environment.</summary>
    Deployment,

    /// <summary>A configuration variable of the repository or of the environment.</summary>
    Variable,

    /// <summary>An address that the running system itself answers.</summary>
    Health,
}
