using Trellis.Server.Console.Http;
using Trellis.Server.Console.Platforms;
using Trellis.Server.Console.Projects;

namespace Trellis.Server.Console.Keys.Aerostack;

/// <summary>The keys of Aerostack, which belong to projects.</summary>
internal static class AerostackKeyEndpoints
{
    private const string Keys = "/v1/projects/keys";

    /// <summary>The keys of a project; of the organisation's first when none is named.</summary>
    public static async ValueTask<ConsoleResult> ListAsync(ConsoleCall call)
    {
        var project = await ProjectChoice.ReadAsync(call);
        var keys = await call.Platforms.GetAsync<ProjectKeyList>(Platform.Aerostack, Keys, project.Headers);
        return ProjectPages.Page<ProjectKeysPage, ProjectKeysModel>("Keys of Aerostack", project, new ProjectKeysModel(keys.Keys));
    }

    /// <summary>Makes a key and shows it this once.</summary>
    public static async ValueTask<ConsoleResult> CreateAsync(ConsoleCall call)
    {
        var made = await call.Platforms.PostAsync<IssuedKey>(
            Platform.Aerostack,
            Keys,
            new { Kind = call.Field("kind"), Name = call.Field("name") is { Length: > 0 } name ? name : null },
            PlatformHeaders.Project(call.Field(ProjectChoice.Field)));
        return ConsoleResult.Page<NewKeyPage, NewKeyModel>(
            "New key", new NewKeyModel("Aerostack", made.Name, made.ApiKey, null, "X-Aerostack-Key:", PathOf(call)));
    }

    /// <summary>Ends a key.</summary>
    public static async ValueTask<ConsoleResult> RevokeAsync(ConsoleCall call)
    {
        await call.Platforms.SendAsync(
            Platform.Aerostack,
            "DELETE",
            $"{Keys}/{Uri.EscapeDataString(call.Route("id"))}",
            headers: PlatformHeaders.Project(call.Field(ProjectChoice.Field)));
        return ConsoleResult.Go(PathOf(call), "The key is revoked: it opens nothing any more.");
    }

    private static string PathOf(ConsoleCall call) => $"/keys?platform=aerostack&{ProjectChoice.Field}={Uri.EscapeDataString(call.Field(ProjectChoice.Field))}";
}
