using Hotfix.Core.Plans;

namespace Hotfix.Pipeline.Applying;

/// <summary>Applies the steps that write into the work tree.</summary>
internal static class FileAppliers
{
    /// <summary>A file that is there already is somebody's, and is not overwritten.</summary>
    public static async Task<Outcome> ApplyAsync(PlanStep.WritePostMortem step, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(step.Path)!);
        await using var file = new FileStream(step.Path, FileMode.CreateNew);
        await using var writer = new StreamWriter(file);
        await writer.WriteAsync(step.Text.AsMemory(), cancellationToken);
        return new Outcome(step, "written; read it, and commit it");
    }
}
