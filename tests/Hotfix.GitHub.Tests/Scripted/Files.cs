using System.Security.Cryptography;
using System.Text;
using Hotfix.Core.Plans;
using Hotfix.Testing;

namespace Hotfix.GitHub.Tests.Scripted;

/// <summary>Files to upload.</summary>
internal static class Files
{
    /// <summary>Writes the file and plans its upload.</summary>
    public static PlanStep.UploadAsset Upload(TempFolder folder, string name, string content)
    {
        string path = folder.Combine(name);
        File.WriteAllText(path, content);
        return new PlanStep.UploadAsset(Steps.Tag, path, Sha256(content), Encoding.UTF8.GetByteCount(content));
    }

    public static string Sha256(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
