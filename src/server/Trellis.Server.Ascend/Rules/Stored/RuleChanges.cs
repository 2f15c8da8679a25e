using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Rules.Stored;

/// <summary>How policies and smart rules are made, replaced, switched and removed. A change holds from the next decision on.</summary>
internal sealed class RuleChanges<T>(RuleKind<T> kind, CallWrites writes, RuleEvents events)
    where T : class
{
    /// <summary>Makes a rule.</summary>
    public ValueTask<JsonAnswer> CreateAsync(AscendCall call) =>
        TryRead(call, 0, out var refusal) is { } rule ? AddAsync(call, rule) : new(refusal!);

    /// <summary>Makes a rule that has been read already.</summary>
    public ValueTask<JsonAnswer> AddAsync(AscendCall call, T rule) => writes.RunAsync(
        call,
        async session =>
        {
            if (await RuleTable.CountAsync(session, call.OrganisationId, kind) >= kind.Most)
                return AscendErrors.Conflict($"An organisation has at most {kind.Most} of these. Remove some first.");

            var id = await RegistryNumbers.NextAsync(session, call.OrganisationId, kind.Name);
            var stored = new StoredRule<T>(id, rule, call.Caller.ActorId, call.At, call.Caller.ActorId, call.At);
            await RuleTable.AddAsync(session, call.OrganisationId, kind, stored);
            await events.TellAsync(session, call, kind, stored, "created", "create");
            return Answer.Created(json => RuleJson.WriteMembers(json, kind, stored, call.OrganisationId));
        });

    /// <summary>Replaces a rule: what the body does not say is at its default afterwards.</summary>
    public ValueTask<JsonAnswer> ReplaceAsync(AscendCall call) =>
        TryRead(call, call.RouteId() ?? 0, out var refusal) is { } rule ? ChangeAsync(call, "update", _ => rule) : new(refusal!);

    /// <summary>Lets a rule count.</summary>
    public ValueTask<JsonAnswer> ActivateAsync(AscendCall call) => ChangeAsync(call, "activate", rule => kind.WithActive(rule, true));

    /// <summary>Keeps a rule, without it counting.</summary>
    public ValueTask<JsonAnswer> DeactivateAsync(AscendCall call) => ChangeAsync(call, "deactivate", rule => kind.WithActive(rule, false));

    /// <summary>Removes a rule.</summary>
    public ValueTask<JsonAnswer> DeleteAsync(AscendCall call) => WithRuleAsync(call, async (session, rule) =>
    {
        await RuleTable.DeleteAsync(session, call.OrganisationId, kind, rule.Id);
        await events.TellAsync(session, call, kind, rule, "deleted", "delete");
        return Answer.Ok(json =>
        {
            json.WriteBoolean("success"u8, true);
            json.WriteNumber("id"u8, rule.Id);
            json.WriteString("message"u8, $"{kind.Title} '{kind.NameOf(rule.Rule)}' is deleted.");
        });
    });

    private ValueTask<JsonAnswer> ChangeAsync(AscendCall call, string action, Func<T, T> change) => WithRuleAsync(call, async (session, rule) =>
    {
        var changed = rule with { Rule = change(rule.Rule), UpdatedBy = call.Caller.ActorId, UpdatedAt = call.At };
        await RuleTable.UpdateAsync(session, call.OrganisationId, kind, changed);
        await events.TellAsync(session, call, kind, changed, "updated", action);
        return Answer.Ok(json => RuleJson.WriteMembers(json, kind, changed, call.OrganisationId));
    });

    private async ValueTask<JsonAnswer> WithRuleAsync(AscendCall call, Func<ISqlSession, StoredRule<T>, ValueTask<JsonAnswer>> work)
    {
        if (call.RouteId() is not { } id)
            return AscendErrors.NotFound(kind.Title);

        return await writes.RunAsync(
            call,
            async session => await RuleTable.FindForUpdateAsync(session, call.OrganisationId, kind, id) is { } rule
                ? await work(session, rule)
                : AscendErrors.NotFound(kind.Title));
    }

    private T? TryRead(AscendCall call, long id, out AscendError? refusal)
    {
        var errors = new FieldErrors();
        var rule = kind.Read(call.Body, id, errors);
        refusal = errors.IsEmpty ? null : AscendErrors.Invalid(errors);
        return refusal is null ? rule : null;
    }
}
