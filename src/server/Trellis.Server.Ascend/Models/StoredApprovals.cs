using Trellis.Server.Ascend.Requests;

namespace Trellis.Server.Ascend.Models;

/// <summary>The approvals of a model, as a text column keeps them.</summary>
internal static class StoredApprovals
{
    /// <summary>The text of approvals.</summary>
    public static string Text(IReadOnlyList<ModelApproval> approvals) => StoredJson.Text(json =>
    {
        foreach (var approval in approvals)
        {
            json.WriteStartObject(approval.Framework);
            json.WriteString("by"u8, approval.By);
            json.WriteString("at"u8, approval.At);
            json.WriteString("comments"u8, approval.Comments);
            json.WriteEndObject();
        }
    });

    /// <summary>Reads such a text.</summary>
    public static IReadOnlyList<ModelApproval> Parse(string stored) => StoredJson.Read(stored, static json => json.EnumerateObject()
        .Select(static member => new ModelApproval(
            member.Name,
            member.Value.GetProperty("by"u8).GetString()!,
            member.Value.GetProperty("at"u8).GetDateTimeOffset(),
            member.Value.GetProperty("comments"u8).GetString()))
        .ToArray());
}
