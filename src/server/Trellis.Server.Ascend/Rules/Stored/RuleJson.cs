using System.Text.Json;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.Rules.Stored;

/// <summary>Policies and smart rules on the wire.</summary>
internal static class RuleJson
{
    /// <summary>Writes everything that is known of one.</summary>
    public static void WriteMembers<T>(Utf8JsonWriter json, RuleKind<T> kind, StoredRule<T> rule, long organisationId)
        where T : class
    {
        json.WriteNumber("id"u8, rule.Id);
        kind.WriteMembers(json, rule.Rule);
        json.WriteNumber("organization_id"u8, organisationId);
        json.WriteString("created_by"u8, rule.CreatedBy);
        json.WriteTime("created_at"u8, rule.CreatedAt);
        json.WriteString("updated_by"u8, rule.UpdatedBy);
        json.WriteTime("updated_at"u8, rule.UpdatedAt);
    }

    /// <summary>The answer of a list.</summary>
    public static JsonAnswer List<T>(RuleKind<T> kind, IReadOnlyList<StoredRule<T>> rules, long total, long organisationId)
        where T : class => Answer.Ok(json =>
        {
            json.WriteStartArray(kind.ListName);
            foreach (var rule in rules)
            {
                json.WriteStartObject();
                WriteMembers(json, kind, rule, organisationId);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("total"u8, total);
        });
}
