using System.Text.Json;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Rules.Stored;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Policies;

/// <summary>Which active policies are at odds.</summary>
internal sealed class PolicyConflictEndpoints(IStore store)
{
    /// <summary>The conflicts, at most 500.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AscendCall call)
    {
        var policies = await store.ReadAsync(session => RuleTable.AllAsync(session, call.OrganisationId, PolicyKind.Instance), call.Aborted);
        var conflicts = PolicyConflicts.Find([.. policies.Select(static stored => stored.Rule)]);
        return Answer.Ok(json =>
        {
            json.WriteStartArray("conflicts"u8);
            foreach (var conflict in conflicts)
            {
                json.WriteStartObject();
                json.WriteString("type"u8, conflict.KindName);
                json.WriteString("description"u8, conflict.Description);
                json.WriteStartArray("policies"u8);
                Write(json, conflict.One);
                Write(json, conflict.Other);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("total"u8, conflicts.Count);
        });
    }

    private static void Write(Utf8JsonWriter json, Policy policy)
    {
        json.WriteStartObject();
        json.WriteNumber("id"u8, policy.Id);
        json.WriteString("policy_name"u8, policy.Name);
        json.WriteString("policy_action"u8, PolicyEffectNames.Action(policy.Effect));
        json.WriteNumber("priority"u8, policy.Priority);
        json.WriteEndObject();
    }
}
