using Trellis.TestInfrastructure;

namespace Trellis.Documentation.Tests;

/// <summary>The source tree that these tests read.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution in it.</summary>
    public static string Root => RepositoryRoot.Path;

    /// <summary>Every page for readers, as paths relative to the root: the pages at the root and those of <c>docs</c>.</summary>
    public static IEnumerable<string> Pages =>
        Directory.EnumerateFiles(Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(static file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
}
