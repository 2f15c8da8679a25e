using Trellis.Server.Aerostack.Auth.Codes;
using Trellis.Server.Aerostack.Auth.Sessions;
using Trellis.Server.Aerostack.Auth.Users;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Passwords;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Auth;

/// <summary>Gives a new password to who has forgotten the old one. All sessions end with the old password.</summary>
internal sealed class ResetEndpoints(IStore store, AuthScope scope, UserCodes codes, PasswordHasher hasher, IAuditLog audit)
{
    /// <summary>Sends a link. The answer does not say whether there is such a user.</summary>
    public async ValueTask<JsonAnswer> RequestAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var contact = Contact.Email(fields);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);
        if (await scope.FindAsync(call) is not { } project)
            return AuthScope.NoProject;
        if (scope.TakeMessage(project, contact.Key) is { } tooMany)
            return tooMany;

        await store.WriteAsync(session => RequestAsync(session, project, contact, call.At), call.Aborted);
        return Sent.Answer("If there is an account with this address, a link is on its way.");
    }

    /// <summary>Takes the token of a link and sets the password.</summary>
    public async ValueTask<JsonAnswer> ResetAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var token = fields.Text("token");
        var password = PasswordRules.ReadNew(fields, fields.Has("newPassword") || !fields.Has("password") ? "newPassword" : "password");
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);
        if (AuthScope.IsPlatform(call) && !PasswordRules.IsStrong(password))
            return AuthScope.Refuse(call, AuthFault.WeakPassword);
        if (await scope.FindAsync(call) is not { } project)
            return AuthScope.NoProject;

        try
        {
            var hash = await hasher.HashAsync(password, call.Aborted);
            return await store.WriteAsync(session => ResetAsync(session, call, project, token, hash), call.Aborted)
                ? Sent.Answer("The password is changed. Sign in with the new one.")
                : AuthScope.Refuse(call, AuthFault.ResetInvalid);
        }
        catch (PasswordBusyException exception)
        {
            return AuthScope.Busy(exception);
        }
    }

    private async ValueTask RequestAsync(ISqlSession session, Project project, Contact contact, DateTimeOffset now)
    {
        var user = await UserTable.FindByContactAsync(session, project.Id, contact);
        await codes.SendResetAsync(session, project, contact, user?.Id, now);
    }

    private async ValueTask<bool> ResetAsync(ISqlSession session, AerostackCall call, Project project, string token, string hash)
    {
        if (await UserCodes.UseResetAsync(session, project, token, call.At) is not { } userId)
            return false;

        await UserTable.SetPasswordAsync(session, userId, hash);

        // Whoever followed the link has the address.
        await UserTable.VerifyAsync(session, userId, call.At);
        await SessionTable.RevokeAllAsync(session, userId, call.At);
        await audit.AppendAsync(session, AuthEvents.PasswordReset(call, project, userId));
        return true;
    }
}
