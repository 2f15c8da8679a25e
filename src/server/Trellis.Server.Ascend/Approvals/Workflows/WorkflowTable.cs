using System.Text.Json;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Approvals.Workflows;

/// <summary>The SQL of workflows. A row holds the whole workflow, in the words of the wire.</summary>
internal static class WorkflowTable
{
    /// <summary>The workflows of an organisation: the defaults, with what it has changed.</summary>
    public static async ValueTask<WorkflowSet> LoadAsync(ISqlSession session, long organisationId)
    {
        var rows = await session.QueryAsync(
            $"SELECT workflow_id, definition FROM ascend_workflows WHERE organisation_id = {organisationId}",
            static row => (Id: row.Text(0), Definition: row.Text(1)));
        if (rows.Count == 0)
            return WorkflowSet.Default;

        var changed = rows.ToDictionary(static row => row.Id, static row => row.Definition);
        return new WorkflowSet([.. WorkflowDefaults.All.Select(workflow =>
            changed.TryGetValue(workflow.Id, out var definition) ? Read(definition, workflow) : workflow)]);
    }

    public static ValueTask<int> SetAsync(ISqlSession session, long organisationId, Workflow workflow, string by, DateTimeOffset at) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO ascend_workflows (organisation_id, workflow_id, definition, updated_at, updated_by)
            VALUES ({organisationId}, {workflow.Id}, {Write(workflow)}, {at}, {by})
            ON CONFLICT (organisation_id, workflow_id) DO UPDATE
            SET definition = excluded.definition, updated_at = excluded.updated_at, updated_by = excluded.updated_by
            """);

    private static Workflow Read(string definition, Workflow standard)
    {
        using var document = JsonDocument.Parse(definition);
        return WorkflowDocument.Apply(new Fields(document.RootElement), standard);
    }

    private static string Write(Workflow workflow) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        WorkflowDocument.Write(json, workflow);
        json.WriteEndObject();
    });
}
