using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Console.Http;
using Trellis.Server.Console.Platforms;
using Trellis.Server.Console.Projects;

namespace Trellis.Server.Console.Data;

/// <summary>The database of a project of Aerostack.</summary>
internal static class DataEndpoints
{
    private const int FirstRows = 50;

    /// <summary>The tables, and the first rows of one.</summary>
    public static async ValueTask<ConsoleResult> ShowAsync(ConsoleCall call)
    {
        var project = await ProjectChoice.ReadAsync(call);
        var tables = await TablesAsync(call, project);
        var table = tables.FirstOrDefault(table => table.Name == call.Query("table"));
        if (table is null)
            return Page(project, new DataModel(tables, null, QueryDraft.Empty, null, null), StatusCodes.Status200OK);

        var draft = QueryDraft.Of(table.Name, FirstRows);
        return Page(project, new DataModel(tables, table, draft, await RunAsync(call, project, draft), null), StatusCodes.Status200OK);
    }

    /// <summary>Runs a statement. Whatever comes of it, the statement stays in the box.</summary>
    public static async ValueTask<ConsoleResult> QueryAsync(ConsoleCall call)
    {
        var project = await ProjectChoice.ReadFormAsync(call);
        var draft = QueryDraft.Read(call);
        try
        {
            var answer = await RunAsync(call, project, draft);
            return Page(project, new DataModel(await TablesAsync(call, project), null, draft, answer, null), StatusCodes.Status200OK);
        }
        catch (Exception error) when (error is PlatformException or JsonException)
        {
            var failure = error is JsonException ? $"The parameters are no JSON: {error.Message}" : error.Message;
            var model = new DataModel(await TablesAsync(call, project), null, draft, null, failure);
            return Page(project, model, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static ConsoleResult Page(ProjectChoice project, DataModel model, int status) =>
        ProjectPages.Page<DataPage, DataModel>("Data", project, model, status);

    private static async Task<IReadOnlyList<DataTable>> TablesAsync(ConsoleCall call, ProjectChoice project) =>
        (await call.Platforms.GetAsync<DataTables>(Platform.Aerostack, "/v1/db/tables", project.Headers)).Tables;

    private static Task<QueryAnswer> RunAsync(ConsoleCall call, ProjectChoice project, QueryDraft draft) =>
        call.Platforms.PostAsync<QueryAnswer>(
            Platform.Aerostack,
            "/v1/db/query",
            new JsonObject
            {
                ["sql"] = draft.Sql,
                ["params"] = draft.Parameters.Length > 0 ? JsonNode.Parse(draft.Parameters) : new JsonArray(),
                ["readOnly"] = !draft.ChangesData,
            },
            project.Headers);
}
