using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.People;

/// <summary>
/// Tokens of the server's own issuer for people that are known here. Only a person gets them, since a key that could would approve what it
/// asks for itself (contract, section 2.4). The answer is the only place where a token is ever shown.
/// </summary>
internal sealed class PersonTokens(IStore store, CallWrites writes, IAuditLog audit, TokenIssuer tokens)
{
    private const int DefaultDays = 30;
    private const int MostDays = 365;

    /// <summary>Issues a token.</summary>
    public async ValueTask<JsonAnswer> IssueAsync(AscendCall call)
    {
        if (call.Caller.Role < CallerRole.Admin)
            return AscendErrors.Forbidden("This takes an administrator's token.");

        var fields = new Fields(call.Body);
        var days = (int)(fields.OptionalInteger("expires_in_days", 1, MostDays) ?? DefaultDays);
        if (!fields.Errors.IsEmpty)
            return AscendErrors.Invalid(fields.Errors);

        var subject = call.Route("subject");
        var person = await store.ReadAsync(session => PersonTable.FindAsync(session, call.OrganisationId, subject), call.Aborted);
        if (person is null)
            return AscendErrors.NotFound("The person");
        if (subject.Contains(Authenticator.IssuerSeparator))
            return AscendErrors.Forbidden("The person's tokens come from another issuer.");
        if (person.ApprovalLevel > call.Caller.ApprovalLevel)
            return AscendErrors.Forbidden("The person stands above you.");

        var token = await tokens.IssueAsync(call.OrganisationId, person.Subject, TimeSpan.FromDays(days), call.Aborted);
        return await writes.RunAsync(call, async session =>
        {
            await audit.AppendAsync(session, Issued(call, person, token.ExpiresAt));
            return Answer.Ok(json =>
            {
                json.WriteBoolean("success"u8, true);
                PersonDocument.Write(json, person);
                json.WriteString("token"u8, token.Reveal());
                json.WriteTime("expires_at"u8, token.ExpiresAt);
                json.WriteString("warning"u8, "Keep the token now; it is not shown again."u8);
            });
        });
    }

    private static AuditEvent Issued(AscendCall call, Person person, DateTimeOffset expiresAt) => RegistryEvent.Of(
        call, "user_token_issued", "issue_token", ("user", person.Subject), json => json.WriteTime("expires_at"u8, expiresAt));
}
