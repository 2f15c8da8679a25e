using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Console.Http;
using Trellis.Server.Console.Layout;
using Trellis.Server.Console.Platforms;
using Trellis.Server.Console.Projects;

namespace Trellis.Server.Console.Storage;

/// <summary>The files of a project of Aerostack.</summary>
internal static class StorageEndpoints
{
    private const string Root = "/v1/storage";
    private const int PageSize = 100;

    /// <summary>The files whose keys begin with a prefix.</summary>
    public static async ValueTask<ConsoleResult> ListAsync(ConsoleCall call)
    {
        var project = await ProjectChoice.ReadAsync(call);
        var (prefix, cursor) = (call.Query("prefix"), call.Query("cursor"));
        var asked = new JsonObject { ["prefix"] = prefix, ["limit"] = PageSize };
        if (cursor.Length > 0)
            asked["cursor"] = cursor;
        var part = await call.Platforms.PostAsync<StoragePart>(Platform.Aerostack, $"{Root}/list", asked, project.Headers);
        return ProjectPages.Page<StoragePage, StorageModel>("Storage", project, new StorageModel(prefix, part, cursor.Length == 0));
    }

    /// <summary>One file.</summary>
    public static async ValueTask<ConsoleResult> ShowAsync(ConsoleCall call)
    {
        var project = await ProjectChoice.ReadAsync(call);
        var key = call.Query("key");
        var metadata = await call.Platforms.PostAsync<JsonElement>(
            Platform.Aerostack, $"{Root}/getMetadata", new JsonObject { ["key"] = key }, project.Headers);
        if (!metadata.GetProperty("exists").GetBoolean())
            return Problem.Page(StatusCodes.Status404NotFound, "There is no such file", "It may be in another project, or was deleted.");

        var file = metadata.Deserialize<StoredObject>(JsonSerializerOptions.Web)! with { Key = key };
        return ProjectPages.Page<StoredObjectPage, StoredObjectModel>(file.Name, project, new StoredObjectModel(file, metadata));
    }

    /// <summary>The bytes of a file, sent as they are read.</summary>
    public static async ValueTask<ConsoleResult> DownloadAsync(ConsoleCall call)
    {
        var project = await ProjectChoice.ReadAsync(call);
        var key = call.Query("key");
        await call.Platforms.DownloadAsync(
            call.Context.Response, Platform.Aerostack, $"{Root}/get", key[(key.LastIndexOf('/') + 1)..], project.Headers, new JsonObject { ["key"] = key });
        return ConsoleResult.Written;
    }

    /// <summary>Takes a file. Without a key it gets the browser's name for it, below the prefix of the page.</summary>
    public static async ValueTask<ConsoleResult> UploadAsync(ConsoleCall call, ConsoleUpload upload)
    {
        var project = await ProjectChoice.ReadAsync(call, upload.Field(ProjectChoice.Field));
        var prefix = upload.Field("prefix");
        var page = PageOf(project, prefix);
        if (upload.FileName.Length == 0)
            return ConsoleResult.GoWithProblem(page, "Choose a file first.");

        var key = upload.Field("key") is { Length: > 0 } given ? given : prefix + Path.GetFileName(upload.FileName);
        var form = new MultipartUpload().Add("key", key);
        if (upload.ContentType is { } type)
            form.Add("contentType", type);
        await call.Platforms.UploadAsync(
            Platform.Aerostack, "POST", $"{Root}/upload", form.Around(upload.Content), form.ContentType, project.Headers);
        return ConsoleResult.Go(page, $"“{key}” is uploaded.");
    }

    /// <summary>Copies a file, or gives it another key.</summary>
    public static async ValueTask<ConsoleResult> CopyAsync(ConsoleCall call)
    {
        var project = await ProjectChoice.ReadFormAsync(call);
        var (key, destination, isMove) = (call.Field("key"), call.Field("destination"), call.Field("verb") == "move");
        await call.Platforms.SendAsync(
            Platform.Aerostack,
            "POST",
            $"{Root}/{(isMove ? "move" : "copy")}",
            new JsonObject { ["sourceKey"] = key, ["destKey"] = destination },
            project.Headers);
        return ConsoleResult.Go(
            $"/storage/file?{project.Query}&key={Uri.EscapeDataString(destination)}", isMove ? $"“{key}” is here now." : $"This is a copy of “{key}”.");
    }

    /// <summary>Removes a file.</summary>
    public static async ValueTask<ConsoleResult> DeleteAsync(ConsoleCall call)
    {
        var project = await ProjectChoice.ReadFormAsync(call);
        var key = call.Field("key");
        await call.Platforms.SendAsync(Platform.Aerostack, "POST", $"{Root}/delete", new JsonObject { ["key"] = key }, project.Headers);
        return ConsoleResult.Go(PageOf(project, key[..(key.LastIndexOf('/') + 1)]), $"“{key}” is deleted.");
    }

    private static string PageOf(ProjectChoice project, string prefix) =>
        $"/storage?{project.Query}{(prefix.Length > 0 ? $"&prefix={Uri.EscapeDataString(prefix)}" : "")}";
}
