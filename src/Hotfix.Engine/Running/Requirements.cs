using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Utilities;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>Checks, before anything runs, what the scheduled targets and the build require.</summary>
internal static class Requirements
{
    /// <exception cref="BuildException">The first thing that is missing.</exception>
    public static void Check(NukeBuild build)
    {
        foreach (ExecutableTarget target in build.ScheduledTargets)
        {
            foreach (LambdaExpression requirement in target.DelegateRequirements)
                Check(build, target, requirement);
        }

        foreach ((MemberInfo member, _) in InjectedMembers.Of(build.GetType()))
        {
            if (member.IsDefined(typeof(RequiredAttribute)) && IsMissing(member, build))
                throw new BuildException($"Member '{NameOf(member)}' is required to be not null or empty");
        }
    }

    private static void Check(NukeBuild build, ExecutableTarget target, LambdaExpression requirement)
    {
        if (requirement is Expression<Func<bool>> condition)
        {
            // Interpreted: compiling to machine code costs more than evaluating once.
            if (!condition.Compile(preferInterpretation: true)())
                throw new BuildException($"Target '{target.Name}' requires '{requirement.Body}'");
            return;
        }

        MemberInfo member = ExpressionMember.Of(requirement);
        member = build.GetType().GetMember(member.Name).SingleOrDefault() ?? member;
        if (!member.IsDefined(typeof(ValueInjectionAttributeBase)))
            throw new BuildException($"Member '{NameOf(member)}' is required from target '{target.Name}' but not marked with an injection attribute.");
        if (IsMissing(member, build))
            throw new BuildException($"Target '{target.Name}' requires member '{NameOf(member)}' to be not null or empty");
    }

    private static bool IsMissing(MemberInfo member, NukeBuild build) =>
        MemberAccess.Get(member, build) switch
        {
            null => true,
            string text => string.IsNullOrWhiteSpace(text),
            _ => false,
        };

    private static string NameOf(MemberInfo member) =>
        member.IsDefined(typeof(ParameterAttribute)) ? ParameterNames.MemberName(member) : TargetMembers.NameOf(member);
}
