using System.Text;
using Hotfix.LocalGitHub;
using Hotfix.Testing;

namespace Hotfix.Benchmarks;

/// <summary>The server with the repository, and a clone of it that is made anew for every run.</summary>
internal sealed class ScaleServer
{
    private readonly LocalGitHubServer _server;
    private readonly TempFolder _folder;
    private readonly string _path;
    private readonly string _token;
    private bool? _isShallow;

    public ScaleServer(LocalGitHubServer server, TempFolder folder, string path)
    {
        (_server, _folder, _path) = (server, folder, path);
        _token = server.AddUser("engineer");
        server.Grant("acme/shop", "engineer", Role.Write);
        Directory.CreateDirectory(Traces);
    }

    public string Clone => _folder.Combine("clone");

    public int Requests => _server.Requests.Count;

    /// <summary>One file for each process of git since the clone was made (git's trace2).</summary>
    public int Processes => Directory.GetFiles(Traces).Length;

    public long Bytes => new DirectoryInfo(Path.Combine(Clone, ".git", "objects")).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    private string Pristine => _folder.Combine("pristine");

    private string Traces => _folder.Combine("traces");

    private string Header => $"Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"x-access-token:{_token}"))}";

    /// <summary>A clone as <c>git clone</c> leaves it. It is made once of each kind; after that its git folder alone is put back as it was.</summary>
    /// <remarks>No target changes a tracked file here, and checking out 60,000 of them again would take longer than all that is measured.</remarks>
    public void CloneAnew(bool isShallow)
    {
        string git = Path.Combine(Clone, ".git");
        if (_isShallow == isShallow)
        {
            Directory.Delete(git, recursive: true);
            Copy(Pristine, git);
        }
        else
        {
            foreach (string old in new[] { Clone, Pristine }.Where(Directory.Exists))
                Directory.Delete(old, recursive: true);

            string address = $"{_server.Address}acme/shop.git";
            TempRepository at = TempRepository.At(_folder.Path);
            at.Git(["-c", $"http.extraHeader={Header}", "clone", "--quiet", .. isShallow ? (string[])["--depth=1", address] : [_path], Clone]);
            TempRepository.At(Clone).Git(["remote", "set-url", "origin", address]);
            Copy(git, Pristine);
            _isShallow = isShallow;
        }

        foreach (string trace in Directory.GetFiles(Traces))
            File.Delete(trace);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));

        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }

    public void Prepare(IDictionary<string, string?> environment)
    {
        string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        TempRepository.Clean(environment, _folder.Path);
        environment["NUGET_PACKAGES"] = packages;
        environment["HOTFIX_ENGINE"] = "embedded";
        environment["GITHUB_API_URL"] = _server.Address.ToString().TrimEnd('/');
        environment["GITHUB_TOKEN"] = _token;
        environment["GIT_CONFIG_COUNT"] = "1";
        environment["GIT_CONFIG_KEY_0"] = "http.extraHeader";
        environment["GIT_CONFIG_VALUE_0"] = Header;
        environment["GIT_TRACE2_EVENT"] = Traces;
    }
}
