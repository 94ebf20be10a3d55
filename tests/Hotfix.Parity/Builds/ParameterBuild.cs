using System.ComponentModel;

namespace Hotfix.Parity.Builds;

internal enum Colour
{
    Red,
    Blue,
}

[TypeConverter(typeof(TypeConverter<Flavour>))]
internal sealed class Flavour : Enumeration
{
    public static readonly Flavour Sweet = new() { Value = "sweet" };
    public static readonly Flavour Sour = new() { Value = "sour" };
}

[ParameterPrefix("Forge")]
internal interface IHaveForge : IEngineBuild
{
    [Parameter]
    string? Url => TryGetValue(() => Url);

    [Parameter]
    int? Port => TryGetValue<int?>(() => Port);
}

/// <summary>Parameters of every type, each with the value that it ended with.</summary>
internal sealed class ParameterBuild : ReportingBuild, IHaveForge
{
    [Parameter]
    private readonly string? Description;

    [Parameter]
    private readonly string Initialised = "initialiser";

    [Parameter]
    private readonly bool DryRun;

    [Parameter]
    private readonly bool? Maybe;

    [Parameter]
    private readonly int Retries = 3;

    [Parameter]
    private readonly int? PollSeconds;

    [Parameter]
    private readonly Colour Paint;

    [Parameter]
    private readonly Flavour? Taste;

    [Parameter]
    private readonly AbsolutePath? Output;

    [Parameter]
    private readonly string[]? Reviewers;

    [Parameter(Separator = ",")]
    private readonly string[]? Labels;

    [Parameter]
    private readonly int[]? Numbers;

    [Parameter(Name = "renamed-one")]
    private readonly string? Original;

    [Parameter]
    [Secret]
    private readonly string? ApiKey;

    public static int Start() => Execute<ParameterBuild>(x => x.Show);

    public Target Show =>
        _ =>
            _.Executes(() =>
            {
                Say(nameof(Description), Description);
                Say(nameof(Initialised), Initialised == "initialiser" ? null : Initialised);
                Say(nameof(DryRun), DryRun ? "true" : null);
                Say(nameof(Maybe), Maybe?.ToString());
                Say(nameof(Retries), Retries == 3 ? null : $"{Retries}");
                Say(nameof(PollSeconds), PollSeconds?.ToString(System.Globalization.CultureInfo.InvariantCulture));
                Say(nameof(Paint), Paint == Colour.Red ? null : Paint.ToString());
                Say(nameof(Taste), Taste?.ToString());
                Say(nameof(Output), Output is null ? null : Path.GetRelativePath(RootDirectory, Output));
                Say(nameof(Reviewers), List(Reviewers));
                Say(nameof(Labels), List(Labels));
                Say(nameof(Numbers), List(Numbers?.Select(number => $"{number}")));
                Say(nameof(Original), Original);
                Say(nameof(ApiKey), ApiKey);
                Say(nameof(IHaveForge.Url), ((IHaveForge)this).Url);
                Say(nameof(IHaveForge.Port), ((IHaveForge)this).Port?.ToString(System.Globalization.CultureInfo.InvariantCulture));
            });

    public Target Other => _ => _.Executes(() => { });

    private static string? List(IEnumerable<string>? items) => items is null ? null : $"[{string.Join("|", items)}]";

    // What is null, false or as initialised is left out: a line is a value that came from somewhere.
    private static void Say(string name, string? value)
    {
        if (value is not null)
            Report($"{name} = {(value.Length == 0 ? "(empty)" : value)}");
    }
}
