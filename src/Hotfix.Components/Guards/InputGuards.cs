using System.Collections;
using System.Reflection;
using System.Text.Json;
using Hotfix.Core.Errors;
using Hotfix.Core.Text;
using Hotfix.GitHub.Http;
using Hotfix.Pipeline.Runs;
using Serilog;

namespace Hotfix.Components.Guards;

/// <summary>Everything that is checked of the input before a target may run, on either engine.</summary>
internal sealed class InputGuards(IEngineBuild build)
{
    private readonly GivenArguments _given = OfProcess();
    private readonly IReadOnlyList<KnownParameter> _parameters = ParameterCatalog.Of(build.GetType());
    private readonly IReadOnlyDictionary<string, string> _variables = ReadVariables();

    /// <summary>The arguments of this process.</summary>
    public static GivenArguments OfProcess() => new(Environment.GetCommandLineArgs()[1..]);

    public static Dictionary<string, string> ReadVariables() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "");

    /// <summary>Whatever was given is read as it was meant; and no secret of it will be shown.</summary>
    /// <exception cref="HotfixException">HF1060 to HF1065, HF1071, HF1072.</exception>
    public void CheckValues(IReadOnlyCollection<ExecutableTarget> targets)
    {
        HotfixProcess.SecretParameters = [.. _parameters.Where(parameter => parameter.IsSecret).Select(parameter => parameter.Name)];
        string[] names = [.. targets.Select(target => target.Name)];
        var switches = new SwitchGuard(_parameters, names);
        var files = new FileGuard(_parameters, switches);
        List<Refusal> refusals = [.. switches.Check(_given), .. new VariableGuard(_parameters, switches).Check(_variables)];
        foreach (string file in ParametersFile.Of(build))
        {
            using JsonDocument document = ParametersFile.Read(file);
            refusals.AddRange(files.Check(Path.GetFileName(file), document.RootElement));
            AddSecrets(document.RootElement);
        }

        refusals.AddRange(SkipGuard.CheckSkipped(Skipped() ?? [], names));
        AddSecrets();
        Throw(refusals);
    }

    /// <summary>The run will do what its targets promise.</summary>
    /// <exception cref="HotfixException">HF1066, HF1067.</exception>
    public void CheckPlan(IReadOnlyCollection<ExecutableTarget> plan)
    {
        List<Refusal> refusals = [];
        if (build.Continue && plan.Any(SkipGuard.IsOurs))
        {
            refusals.Add(
                new Refusal(
                    "HF1067",
                    "--continue is not taken for a hotfix; nothing was changed.",
                    "It skips targets because a local file says that they once succeeded, without looking whether that still holds.",
                    "Run the same command without it: what is done already is found and skipped."
                )
            );
        }

        if (Skipped() is { } skipped)
            refusals.AddRange(SkipGuard.CheckUmbrellas(plan, skipped));

        Throw(refusals);
        foreach (KnownParameter secret in _parameters.Where(parameter => parameter.IsSecret && _given.Last(parameter.Name) is not null))
        {
            Log.Warning(
                "{Switch:l} on the command line is readable by everybody on this machine (ps), and stays in the shell's history: set {Variable:l} instead",
                secret.Switch,
                VariableOf(secret)
            );
        }
    }

    private static string VariableOf(KnownParameter secret) =>
        secret.Name == nameof(ConnectionSettings.Token) ? TokenVariables.All[0] : $"NUKE_{Spelling.Dashed(secret.Name).Replace('-', '_').ToUpperInvariant()}";

    private string[]? Skipped()
    {
        string? text =
            _given.Last("Skip") is { } given ? string.Join('+', given.Values)
            : VariableGuard.Spellings(new KnownParameter("Skip", typeof(string[])), _variables, _variables.Keys.ToLookup(Spelling.Bare)) is [var only]
                ? _variables[only]
            : null;
        return text?.Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    // What a job has beside its token: it stands for the job at GitHub's own services.
    private static readonly string[] OfRunners = ["ACTIONS_RUNTIME_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN"];

    private void AddSecrets()
    {
        ILookup<string, string> byBareName = _variables.Keys.ToLookup(Spelling.Bare);
        foreach (KnownParameter secret in _parameters.Where(parameter => parameter.IsSecret))
        {
            foreach (string value in _given.Switches.Where(given => Spelling.Same(given.Text, secret.Name)).SelectMany(given => given.Values))
                SecretMask.Add(value);

            foreach (string variable in VariableGuard.Spellings(secret, _variables, byBareName))
                SecretMask.Add(_variables[variable]);
        }

        foreach (string variable in OfRunners.Concat(TokenVariables.All))
            SecretMask.Add(_variables.GetValueOrDefault(variable));

        MaskingSink.Install();
    }

    // An encrypted one is decrypted by NUKE, so the member is asked; the embedded engine refuses it when a target asks.
    private void AddSecrets(JsonElement content)
    {
        foreach (KnownParameter secret in _parameters.Where(parameter => parameter.IsSecret))
        {
            if (content.TryGetProperty(secret.Name, out JsonElement value) && value.ValueKind == JsonValueKind.String)
            {
                SecretMask.Add(value.GetString());
                SecretMask.Add(EngineKind.IsEmbedded ? null : ValueOf(secret.Member));
            }
        }
    }

    private string? ValueOf(MemberInfo? member) =>
        (
            member switch
            {
                PropertyInfo property => property.GetValue(build),
                FieldInfo field => field.GetValue(build),
                _ => null,
            }
        ) as string;

    private static void Throw(List<Refusal> refusals)
    {
        if (refusals.Count == 0)
            return;

        HotfixProcess.Record = new RunRecord { Refusals = refusals };
        HotfixProcess.IsOver = true;
        foreach (Refusal refusal in refusals.Skip(1))
            Log.Error("{Refusal:l}", refusal.ToString());

        throw new HotfixException(refusals[0]);
    }
}
