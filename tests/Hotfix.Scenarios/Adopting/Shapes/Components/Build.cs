using System.Collections.Generic;
using Nuke.Common;
using Nuke.Common.Git;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tools.DotNet;
using Nuke.Components;

class Build
    : NukeBuild,
        ICompile,
        ITest
{
    public static int Main() => Execute<Build>(x => ((ICompile)x).Compile, x => ((ITest)x).Test);

    [Solution(GenerateProjects = true)]
    readonly Solution Solution;

    Nuke.Common.ProjectModel.Solution IHazSolution.Solution => Solution;

    public IEnumerable<Project> TestProjects => Solution.GetAllProjects("*.Tests");
}
