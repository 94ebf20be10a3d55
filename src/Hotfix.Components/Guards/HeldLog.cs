using System.Globalization;
using Hotfix.Core.Errors;

namespace Hotfix.Components.Guards;

/// <summary>
/// NUKE empties <c>build.log</c> at its start, and ends there when another run of this clone still writes to it: a look at the status while a hotfix waits.
/// So the other run's log gets another name first; that run goes on writing to it.
/// </summary>
internal sealed class HeldLog(string folder)
{
    private const string Earlier = "build-before-*.log";
    private readonly string _log = Path.Combine(folder, "build.log");
    private readonly string _owner = Path.Combine(folder, "build.log.of");

    /// <summary>Puts a log out of the way that another run holds, and says whose log the next one is.</summary>
    /// <returns>HF1103 where the system does not rename a file that is open (Windows); empty when the way is free.</returns>
    public IEnumerable<Refusal> MakeWay(GivenArguments given)
    {
        DeleteThoseNobodyHolds();
        if (IsHeld(_log))
        {
            try
            {
                File.Move(_log, Path.Combine(folder, $"build-before-{Environment.ProcessId}.log"), overwrite: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return [IsInTheWay(_log, File.Exists(_owner) ? File.ReadAllText(_owner).Trim() : null, e.Message)];
            }
        }

        SayWhose(given);
        return [];
    }

    /// <summary>What a later run says of this one.</summary>
    internal static string Describe(int process, DateTimeOffset start, IEnumerable<string> targets) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"process {process} ({string.Join(' ', targets.DefaultIfEmpty("the default target"))}), started at {start:yyyy-MM-dd HH:mm:ss}"
        );

    internal static Refusal IsInTheWay(string log, string? owner, string reason) =>
        new(
            "HF1103",
            $"Another run in this clone holds {log}; nothing was changed.",
            $"It is {owner ?? "not known which"}. The system says: {reason}",
            "Wait for that run, or end it; meanwhile a second clone of the repository does: hotfixes are the remote's, not a clone's."
        );

    /// <summary>Whether somebody writes to a file: what asks for it alone, as NUKE does, does not get it.</summary>
    internal static bool IsHeld(string file)
    {
        try
        {
            using var alone = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.None, bufferSize: 1);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    // Two that start in the same moment may both write it: a word for people, by which nothing is decided.
    private void SayWhose(GivenArguments given)
    {
        try
        {
            File.WriteAllText(_owner, Describe(Environment.ProcessId, TimeProvider.System.GetLocalNow(), given.Positional));
        }
        catch (IOException) { }
    }

    private void DeleteThoseNobodyHolds()
    {
        foreach (string file in Directory.EnumerateFiles(folder, Earlier).Where(file => !IsHeld(file)))
            File.Delete(file);
    }
}
