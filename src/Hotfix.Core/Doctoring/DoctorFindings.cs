namespace Hotfix.Core.Doctoring;

/// <summary>Judges what was seen. Pure: the same facts give the same findings, in the same order.</summary>
internal static class DoctorFindings
{
    /// <summary>Every finding, those that are as they should be included; each once.</summary>
    public static IReadOnlyList<Finding> Of(DoctorFacts facts) => [.. All(facts).Distinct()];

    private static IEnumerable<Finding> All(DoctorFacts facts) =>
        [
            .. CredentialFindings.Of(facts),
            .. TestFindings.Of(facts),
            .. MergeFindings.Of(facts),
            .. SupportFindings.Of(facts),
            .. WorkflowFindings.Of(facts),
            .. EnvironmentFindings.Of(facts),
            .. ReleaseFindings.Of(facts),
            .. PostMortemFindings.Of(facts),
            .. CloneFindings.Of(facts),
        ];
}
