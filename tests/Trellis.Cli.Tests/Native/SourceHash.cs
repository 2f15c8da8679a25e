using System.Security.Cryptography;
using System.Text;

namespace Trellis.Cli.Tests.Native;

/// <summary>A short text that changes whenever something does that a build is made of.</summary>
internal static class SourceHash
{
    private static readonly string[] SharedFiles = ["Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", "BannedSymbols.txt"];

    /// <param name="folders">The folders of the projects, below the repository's root.</param>
    public static string Of(IEnumerable<string> folders)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Environment.Version.ToString()));
        foreach (var file in SharedFiles.Concat(folders.SelectMany(SourceFiles)).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{file}\n"));
            hash.AppendData(File.ReadAllBytes(Path.Combine(Repository.Root, file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static IEnumerable<string> SourceFiles(string folder) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
        .Select(static file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(static file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal));
}
