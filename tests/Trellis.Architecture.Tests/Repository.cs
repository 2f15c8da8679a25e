using System.Xml.Linq;
using Trellis.TestInfrastructure;

namespace Trellis.Architecture.Tests;

/// <summary>The source tree that these tests read.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution in it.</summary>
    public static string Root => RepositoryRoot.Path;

    /// <summary>Every project below <c>src</c>, with the projects it refers to.</summary>
    public static IReadOnlyList<Project> ShippedProjects { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories).Select(Project.Read)];

    /// <summary>Every C# file below <c>src</c> that a person wrote.</summary>
    public static IEnumerable<string> ShippedSources => Directory
        .EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    /// <summary>One project file.</summary>
    /// <param name="Name">Its name, without the ending.</param>
    /// <param name="Area">The folder of <c>src</c> it is in: <c>clients</c>, <c>server</c>, <c>cli</c> or <c>testing</c>.</param>
    /// <param name="References">The names of the projects it refers to.</param>
    internal sealed record Project(string Name, string Area, IReadOnlyList<string> References)
    {
        public static Project Read(string path) => new(
            Path.GetFileNameWithoutExtension(path),
            Path.GetRelativePath(Path.Combine(Root, "src"), path).Split(Path.DirectorySeparatorChar)[0],
            [.. XDocument.Load(path).Descendants("ProjectReference").Select(static reference =>
                Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))]);
    }
}
