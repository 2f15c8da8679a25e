using Trellis.Server.Aerostack.Auth.Sessions;
using Trellis.Server.Aerostack.Auth.Users;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Passwords;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Auth;

/// <summary>Lets users in who know their password. A user who does not exist is answered as a wrong password is, after the same work.</summary>
internal sealed class SignInEndpoints(IStore store, AuthScope scope, PasswordHasher hasher, UserSessions sessions, AuthOptions options)
{
    /// <summary>Checks a password and begins a session.</summary>
    public async ValueTask<JsonAnswer> SignInAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var contact = Contact.Email(fields);
        var password = PasswordRules.Read(fields);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);
        if (await scope.FindAsync(call) is not { } project)
            return AuthScope.NoProject;
        if (scope.TakeAttempt(project, contact.Key) is { } tooMany)
            return tooMany;

        try
        {
            return await SignInAsync(call, project, contact, password);
        }
        catch (PasswordBusyException exception)
        {
            return AuthScope.Busy(exception);
        }
    }

    private async ValueTask<JsonAnswer> SignInAsync(AerostackCall call, Project project, Contact contact, string password)
    {
        var user = await store.ReadAsync(session => UserTable.FindByContactAsync(session, project.Id, contact), call.Aborted);
        var verdict = await hasher.VerifyAsync(user?.Password, password, call.Aborted);
        if (!verdict.IsCorrect)
            return AuthScope.Refuse(call, AuthFault.WrongCredentials);
        if (options.RequiresVerification && user!.VerifiedAt is null)
            return AuthScope.Refuse(call, AuthFault.NotVerified);

        var rehashed = verdict.NeedsRehash ? await hasher.HashAsync(password, call.Aborted) : null;
        var started = await store.WriteAsync(session => StartAsync(session, call, user!, rehashed), call.Aborted);
        return started is null ? AuthScope.Refuse(call, AuthFault.WrongCredentials) : await sessions.AnswerAsync(call, user!, started);
    }

    // The password may have been reset while it was being checked, and whoever knows the old one is then not to get in.
    private async ValueTask<StartedSession?> StartAsync(ISqlSession session, AerostackCall call, EndUser user, string? rehashed) =>
        await UserTable.ReplacePasswordAsync(session, user.Id, user.Password!, rehashed ?? user.Password!)
            ? await sessions.StartAsync(session, user, call.At)
            : null;
}
