using Trellis.Server.Console.Http;
using Trellis.Server.Console.Platforms;

namespace Trellis.Server.Console.Projects;

/// <summary>The project of Aerostack that a page is about.</summary>
/// <param name="All">All projects of the organisation.</param>
/// <param name="Chosen">The one that was asked for, else the first.</param>
internal sealed record ProjectChoice(IReadOnlyList<ProjectItem> All, ProjectItem Chosen)
{
    /// <summary>What names the project in queries and forms.</summary>
    public const string Field = "project";

    /// <summary>The headers that choose the project.</summary>
    public PlatformHeaders Headers => PlatformHeaders.Project(Chosen.Slug);

    /// <summary>The query that chooses the project, escaped.</summary>
    public string Query => $"{Field}={Chosen.Slug}";

    /// <summary>The project of a page.</summary>
    public static ValueTask<ProjectChoice> ReadAsync(ConsoleCall call) => ReadAsync(call, call.Query(Field));

    /// <summary>The project of a form.</summary>
    public static ValueTask<ProjectChoice> ReadFormAsync(ConsoleCall call) => ReadAsync(call, call.Field(Field));

    /// <summary>The project with a slug; the first for none.</summary>
    /// <exception cref="PlatformException">The organisation has no such project.</exception>
    public static async ValueTask<ProjectChoice> ReadAsync(ConsoleCall call, string slug)
    {
        // With the name of the project, so that Aerostack itself refuses one that does not exist.
        var list = await call.Platforms.GetAsync<ProjectList>(Platform.Aerostack, "/v1/projects", PlatformHeaders.Project(slug));
        var chosen = list.Projects.FirstOrDefault(project => project.Slug == slug || project.Id == slug) ?? list.Projects[0];
        return new ProjectChoice(list.Projects, chosen);
    }
}
