using Microsoft.AspNetCore.Http;
using Trellis.Server.Aerostack.Auth.Codes;
using Trellis.Server.Aerostack.Auth.Sessions;
using Trellis.Server.Aerostack.Auth.Users;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Passwords;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Auth;

/// <summary>Makes users: 201 below <c>/v1</c>, 200 on the platform surface.</summary>
internal sealed class SignUpEndpoints(
    IStore store, AuthScope scope, PasswordHasher hasher, UserSessions sessions, UserCodes codes, IAuditLog audit, AuthOptions options)
{
    /// <summary>Makes a user and lets it in, unless its address must be verified first.</summary>
    public async ValueTask<JsonAnswer> SignUpAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var contact = Contact.Email(fields);
        var password = PasswordRules.ReadNew(fields, "password");
        var name = fields.OptionalText("name");
        var metadata = UserMetadata.Read(fields) ?? UserMetadata.Empty;
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);
        if (AuthScope.IsPlatform(call) && !PasswordRules.IsStrong(password))
            return AuthScope.Refuse(call, AuthFault.WeakPassword);
        if (await scope.FindAsync(call) is not { } project)
            return AuthScope.NoProject;
        if (scope.TakeAttempt(project, contact.Key) is { } tooMany)
            return tooMany;

        try
        {
            var hash = await hasher.HashAsync(password, call.Aborted);
            var user = UserOf(call, project, contact, name, metadata, hash);
            var added = await store.WriteAsync(session => AddAsync(session, call, project, contact, user), call.Aborted);
            return added.IsAdded ? await AnswerAsync(call, user, added.Started) : AuthScope.Refuse(call, AuthFault.UserExists);
        }
        catch (PasswordBusyException exception)
        {
            return AuthScope.Busy(exception);
        }
    }

    private static EndUser UserOf(AerostackCall call, Project project, Contact contact, string? name, string metadata, string? password) => new()
    {
        Id = Guid.CreateVersion7(call.At).ToString(),
        ProjectId = project.Id,
        Email = contact.Text,
        Phone = null,
        Name = name,
        Password = password,
        Metadata = metadata,
        AvatarUrl = null,
        AvatarImageId = null,
        VerifiedAt = null,
        CreatedAt = call.At,
    };

    private async ValueTask<(bool IsAdded, StartedSession? Started)> AddAsync(
        ISqlSession session, AerostackCall call, Project project, Contact contact, EndUser user)
    {
        if (!await UserTable.TryAddAsync(session, user))
            return (false, null);

        await codes.SendVerificationAsync(session, project, contact, user.Id, call.At);
        await audit.AppendAsync(session, AuthEvents.SignedUp(call, project, user.Id));
        return (true, options.RequiresVerification ? null : await sessions.StartAsync(session, user, call.At));
    }

    private async ValueTask<JsonAnswer> AnswerAsync(AerostackCall call, EndUser user, StartedSession? started)
    {
        var status = AuthScope.IsPlatform(call) ? StatusCodes.Status200OK : StatusCodes.Status201Created;
        if (started is not null)
            return await sessions.AnswerAsync(call, user, started, status);

        return new AuthAnswer(status, json =>
        {
            json.WriteBoolean("requiresVerification"u8, true);

            // Old clients of /v1 cannot do without these.
            if (!AuthScope.IsPlatform(call))
            {
                json.WriteString("token"u8, "");
                json.WriteTime("expiresAt"u8, call.At);
            }

            json.WriteUser(user);
        });
    }
}
