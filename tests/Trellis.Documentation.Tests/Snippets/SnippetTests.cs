namespace Trellis.Documentation.Tests.Snippets;

/// <summary>What the pages show compiles.</summary>
public sealed class SnippetTests
{
    public static TheoryData<string> Pages { get; } = [.. AllPages.Where(static page => Snippet.Of(page).Any())];

    private static IEnumerable<string> AllPages => Repository.Pages
        .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "README.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples"), "README.md", SearchOption.AllDirectories))
            .Select(static file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_piece_of_code_on_a_page_compiles(string page) =>
        Snippet.Of(page).SelectMany(static snippet => SnippetCompiler.Errors(snippet).Select(error => $"{snippet}: {error}")).ShouldBeEmpty();

    [Fact]
    public void The_page_of_each_platform_shows_code()
    {
        string[] platforms = ["docs/aerostack.md", "docs/akshi.md", "docs/ascend.md", "docs/askii.md"];
        platforms.Except(Pages.Select(static row => row.Data)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("askii.Keys.NoSuchMethodAsync();")]
    [InlineData("AskiiClient two = new AkshiClient();")]
    public void A_piece_that_is_wrong_is_found(string code) => SnippetCompiler.Errors(new Snippet("docs/askii.md", 1, code)).ShouldNotBeEmpty();
}
