using Trellis.Server.Aerostack.Auth.Codes;
using Trellis.Server.Aerostack.Auth.Sessions;
using Trellis.Server.Aerostack.Auth.Users;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Auth;

/// <summary>
/// Lets users in who receive a code. Whoever can receive it is who the address belongs to, so somebody new becomes a user by it; and so the
/// answer to the wish for a code need not say, and does not, whether there is a user.
/// </summary>
internal sealed class OtpEndpoints(IStore store, AuthScope scope, UserCodes codes, UserSessions sessions, IAuditLog audit)
{
    private const int CodeLength = 6;

    /// <summary>Sends a code.</summary>
    public async ValueTask<JsonAnswer> SendAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var contact = Contact.EmailOrPhone(fields);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);
        if (await scope.FindAsync(call) is not { } project)
            return AuthScope.NoProject;
        if (scope.TakeMessage(project, contact.Key) is { } tooMany)
            return tooMany;

        await store.WriteAsync(session => codes.SendCodeAsync(session, project, contact, call.At), call.Aborted);
        return Sent.Answer("A code is on its way.");
    }

    /// <summary>Takes a code and begins a session.</summary>
    public async ValueTask<JsonAnswer> VerifyAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var contact = Contact.EmailOrPhone(fields);
        var code = fields.Text("code");
        if (fields.Errors.IsEmpty && (code.Length != CodeLength || !code.All(char.IsAsciiDigit)))
            fields.Errors.Add("code", "must have 6 digits");
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);
        if (await scope.FindAsync(call) is not { } project)
            return AuthScope.NoProject;
        if (scope.TakeAttempt(project, contact.Key) is { } tooMany)
            return tooMany;

        var (fault, user, started) = await store.WriteAsync(session => VerifyAsync(session, call, project, contact, code), call.Aborted);
        return fault is null ? await sessions.AnswerAsync(call, user!, started!) : AuthScope.Refuse(call, fault);
    }

    private async ValueTask<(AuthFault? Fault, EndUser? User, StartedSession? Started)> VerifyAsync(
        ISqlSession session, AerostackCall call, Project project, Contact contact, string code)
    {
        if (await codes.UseCodeAsync(session, project, contact, code, call.At) is { } fault)
            return (fault, null, null);

        if (await UserTable.TryAddAsync(session, NewUser(call, project, contact)))
        {
            var added = (await UserTable.FindByContactAsync(session, project.Id, contact))!;
            await audit.AppendAsync(session, AuthEvents.SignedUp(call, project, added.Id));
        }

        var known = (await UserTable.FindByContactAsync(session, project.Id, contact))!;
        if (known.VerifiedAt is null)
            await TakeOverAsync(session, known, call.At);
        var user = (await UserTable.FindAsync(session, project.Id, known.Id))!;
        return (null, user, await sessions.StartAsync(session, user, call.At));
    }

    // Anybody may have signed up with this address. Who did so without having it must not share the account with who has.
    private static async ValueTask TakeOverAsync(ISqlSession session, EndUser user, DateTimeOffset now)
    {
        await UserTable.SetPasswordAsync(session, user.Id, null);
        await SessionTable.RevokeAllAsync(session, user.Id, now);
        await UserTable.VerifyAsync(session, user.Id, now);
    }

    private static EndUser NewUser(AerostackCall call, Project project, Contact contact) => new()
    {
        Id = Guid.CreateVersion7(call.At).ToString(),
        ProjectId = project.Id,
        Email = contact.IsPhone ? null : contact.Text,
        Phone = contact.IsPhone ? contact.Key : null,
        Name = null,
        Password = null,
        Metadata = UserMetadata.Empty,
        AvatarUrl = null,
        AvatarImageId = null,
        VerifiedAt = call.At,
        CreatedAt = call.At,
    };
}
