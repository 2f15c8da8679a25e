namespace Trellis.Documentation.Tests;

/// <summary>A reader who follows a link arrives.</summary>
public sealed class LinkTests
{
    public static TheoryData<string> Pages { get; } = [.. Repository.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_into_the_repository_leads_somewhere(string page) =>
        MarkdownPage.Read(page).RelativeLinks.Where(target => !Leads(page, target)).ShouldBeEmpty();

    [Fact]
    public void The_front_page_has_links_to_follow() => MarkdownPage.Read("README.md").RelativeLinks.ShouldNotBeEmpty();

    private static bool Leads(string page, string target)
    {
        var (path, anchor) = target.Split('#', 2) is [var file, var heading] ? (file, heading) : (target, null);
        var full = path.Length == 0 ? Path.Combine(Repository.Root, page) : Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, path);
        return anchor is null
            ? Path.Exists(full)
            : File.Exists(full) && MarkdownPage.Read(Path.GetRelativePath(Repository.Root, full)).Anchors.Contains(anchor);
    }
}
