using System.ComponentModel;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Hotfix.Engine.Tests.Builds;

/// <summary>A parameter of each kind; its one target keeps what they are.</summary>
internal sealed class ParameterBuild : NukeBuild, IForge
{
    [Parameter("A text")]
    public readonly string? Description;

    [Parameter]
    public readonly bool DryRun;

    [Parameter]
    public readonly bool? Maybe;

    [Parameter("A number")]
    public readonly int Retries = 3;

    [Parameter]
    public readonly int? PollSeconds;

    [Parameter]
    public readonly string[]? Reviewers;

    [Parameter(Separator = ",")]
    public readonly string[]? Labels;

    [Parameter]
    public readonly int[]? Numbers;

    [Parameter(Name = "forge-url")]
    public readonly string? Address;

    [Parameter]
    public readonly Lane Lane;

    [Parameter]
    public readonly Colour Colour = Colour.Red;

    [Parameter]
    public readonly AbsolutePath? Out;

    [Parameter]
    [Secret]
    public readonly string? ApiKey;

    /// <summary>The instance of the last run whose target was reached.</summary>
    public static ParameterBuild? Seen { get; set; }

    public string? TokenSeen { get; private set; }

    public Target Show =>
        _ =>
            _.Executes(() =>
            {
                Seen = this;
                TokenSeen = ((IForge)this).GitHubToken;
                Serilog.Log.Information("ApiKey={ApiKey} token={Token}", ApiKey, TokenSeen);
            });

    public Target First => _ => _.Executes(() => Seen = this);

    public Target NeedsNumber => _ => _.Requires(() => Retries > 5).Executes(() => Seen = this);
}

[ParameterPrefix("Lab")]
internal interface IForge : INukeBuild
{
    [Parameter("Token for the forge")]
    [Secret]
    string GitHubToken => TryGetValue(() => GitHubToken);
}

internal enum Lane
{
    Standard,
    Exceptional,
}

[TypeConverter(typeof(TypeConverter<Colour>))]
internal sealed class Colour : Enumeration
{
    public static readonly Colour Red = new() { Value = nameof(Red) };
    public static readonly Colour Blue = new() { Value = nameof(Blue) };
}
