using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Signing;

/// <summary>How an administrator sets up signed requests. The secret is told once, when the server makes it, and never again.</summary>
internal sealed class SigningEndpoints(IStore store, CallWrites writes, SigningSecrets secrets, GovernanceCache cache, IAuditLog audit)
{
    private const int ShortestSecret = 16;
    private const int LongestSecret = 512;

    /// <summary>Whether there is a secret, and whether signatures are required.</summary>
    public async ValueTask<JsonAnswer> GetAsync(AscendCall call) =>
        AnswerOf(await store.ReadAsync(session => SigningTable.FindAsync(session, call.OrganisationId), call.Aborted), made: null);

    /// <summary>Sets a secret (a given one, or a new one with <c>generate</c>) or changes whether signatures are required.</summary>
    public async ValueTask<JsonAnswer> SetAsync(AscendCall call)
    {
        var body = new Fields(call.Body);
        var given = body.OptionalText("secret", LongestSecret, ShortestSecret);
        var require = body.OptionalBoolean("require_signature");
        var made = given is null && body.OptionalBoolean("generate") is true ? secrets.Generate() : null;
        if (!body.Errors.IsEmpty)
            return AscendErrors.Invalid(body.Errors);

        return await writes.RunAsync(call, session => SetAsync(session, call, given ?? made, require, made));
    }

    /// <summary>Ends signing.</summary>
    public async ValueTask<JsonAnswer> DeleteAsync(AscendCall call) => await store.WriteAsync<JsonAnswer>(
        async session =>
        {
            await SigningTable.DeleteAsync(session, call.OrganisationId);
            await RecordAsync(session, call, "delete");
            return AnswerOf(null, made: null);
        },
        call.Aborted);

    private static Answer AnswerOf(SigningSettings? settings, string? made) => Answer.Ok(json =>
    {
        json.WriteBoolean("success"u8, true);
        json.WriteBoolean("configured"u8, settings is not null);
        json.WriteBoolean("require_signature"u8, settings?.RequireSignature ?? false);
        json.WriteTime("updated_at"u8, settings?.UpdatedAt);
        if (made is not null)
            json.WriteString("secret"u8, made);
    });

    private async ValueTask<JsonAnswer> SetAsync(ISqlSession session, AscendCall call, string? secret, bool? require, string? made)
    {
        var known = await SigningTable.FindAsync(session, call.OrganisationId);
        var envelope = secret is null ? known?.SealedSecret : secrets.Seal(call.OrganisationId, secret);
        if (envelope is null)
            return AscendErrors.Invalid("secret", "is required, or 'generate' for a new one");

        var settings = new SigningSettings(envelope, require ?? known?.RequireSignature ?? false, call.At);
        await SigningTable.SetAsync(session, call.OrganisationId, settings);
        await RecordAsync(session, call, "update");
        return AnswerOf(settings, made);
    }

    private async ValueTask RecordAsync(ISqlSession session, AscendCall call, string action)
    {
        await GovernanceVersions.MarkRulesAsync(session, call.OrganisationId);
        session.AfterCommit(() => cache.Forget(call.OrganisationId));
        await audit.AppendAsync(session, RegistryEvent.Of(call, "signing_settings_updated", action, ("settings", "signing"), static _ => { }));
    }
}
