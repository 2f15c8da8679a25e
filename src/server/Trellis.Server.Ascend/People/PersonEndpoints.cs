using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.People;

/// <summary>
/// Who may do what in an organisation. People are known by the subject of their tokens, which <c>trellis-server token</c> or a trusted
/// issuer makes; here they get a role and an approval level.
/// </summary>
internal sealed class PersonEndpoints(IStore store, IAuditLog audit)
{
    /// <summary>All people who were given something.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AscendCall call)
    {
        var people = await store.ReadAsync(session => PersonTable.ListAsync(session, call.OrganisationId), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteStartArray("users"u8);
            foreach (var person in people)
            {
                json.WriteStartObject();
                PersonDocument.Write(json, person);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("total"u8, people.Count);
        });
    }

    /// <summary>Gives a person a role and a level, no more than the administrator has.</summary>
    public async ValueTask<JsonAnswer> SetAsync(AscendCall call)
    {
        if (call.Caller.Role < CallerRole.Admin)
            return AscendErrors.Forbidden("This takes an administrator's token.");

        var body = new Fields(call.Body);
        var person = PersonRequest.Read(body, call.At);
        if (person.ApprovalLevel > call.Caller.ApprovalLevel)
            body.Errors.Add("approval_level", "must not be above your own");
        return body.Errors.IsEmpty
            ? await store.WriteAsync(session => SetAsync(session, call, person), call.Aborted)
            : AscendErrors.Invalid(body.Errors);
    }

    private async ValueTask<JsonAnswer> SetAsync(ISqlSession session, AscendCall call, Person person)
    {
        var before = await PersonTable.FindAsync(session, call.OrganisationId, person.Subject);
        if (before?.ApprovalLevel > call.Caller.ApprovalLevel)
            return AscendErrors.Forbidden("The person stands above you.");

        await PersonTable.SetAsync(session, call.OrganisationId, person);
        await audit.AppendAsync(session, Changed(call, before, person));
        return before is null
            ? Answer.Created(json => PersonDocument.Write(json, person))
            : Answer.Ok(json => PersonDocument.Write(json, person with { CreatedAt = before.CreatedAt }));
    }

    private static AuditEvent Changed(AscendCall call, Person? before, Person person) => new()
    {
        OrganisationId = call.OrganisationId,
        Platform = "ascend",
        EventType = before is null ? "user_created" : "user_updated",
        ActorId = call.Caller.ActorId,
        ResourceType = "user",
        ResourceId = person.Subject,
        Action = before is null ? "create" : "update",
        Outcome = AuditOutcome.Success,
        IpAddress = call.Origin.IpAddress,
        CorrelationId = call.Origin.CorrelationId,
        Data = AuditData.Object(json =>
        {
            json.WriteString("role"u8, person.Role.ToString().ToLowerInvariant());
            json.WriteNumber("approval_level"u8, person.ApprovalLevel);
        }),
    };
}
