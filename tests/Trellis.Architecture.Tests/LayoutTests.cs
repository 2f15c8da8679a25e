using System.Text.RegularExpressions;

namespace Trellis.Architecture.Tests;

/// <summary>A reader guesses the file from the type's name.</summary>
public sealed partial class LayoutTests
{
    [Fact]
    public void A_file_holds_one_public_type_and_is_named_for_it()
    {
        var strays =
            from file in Repository.ShippedSources
            from Match type in PublicType().Matches(File.ReadAllText(file))
            let name = type.Groups["name"].Value
            where name != Path.GetFileNameWithoutExtension(file).Split('.')[0]
            select $"{Path.GetRelativePath(Repository.Root, file)}: {name}";
        strays.ShouldBeEmpty();
    }

    [Fact]
    public void No_project_is_missing_from_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Trellis.slnx"));
        var missing = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/") && !path.Contains("/bin/") && !solution.Contains(path));
        missing.ShouldBeEmpty();
    }

    // Types at the outermost level begin in the first column, since every file has a file-scoped namespace.
    [GeneratedRegex(@"^public (?:(?:sealed|static|abstract|partial|readonly|ref) )*(?:class|struct|interface|enum|record struct|record|delegate \S+) (?<name>\w+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex PublicType();
}
