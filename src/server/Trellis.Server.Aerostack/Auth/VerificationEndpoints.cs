using Trellis.Server.Aerostack.Auth.Codes;
using Trellis.Server.Aerostack.Auth.Users;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Auth;

/// <summary>Verifies addresses.</summary>
internal sealed class VerificationEndpoints(IStore store, AuthScope scope, UserCodes codes)
{
    /// <summary>Takes the token of a link.</summary>
    public async ValueTask<JsonAnswer> VerifyAsync(AerostackCall call)
    {
        if (call.Query("token") is not { } token)
            return AerostackErrors.Invalid("token", "is required");
        if (await scope.FindAsync(call) is not { } project)
            return AuthScope.NoProject;

        return await store.WriteAsync(session => VerifyAsync(session, project, token, call.At), call.Aborted)
            ? Sent.Answer("The e-mail address is verified.")
            : AuthScope.Refuse(call, AuthFault.LinkInvalid);
    }

    /// <summary>Sends the link once more. The answer does not say whether there is such a user, or one who needs it.</summary>
    public async ValueTask<JsonAnswer> ResendAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var contact = Contact.Email(fields);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);
        if (await scope.FindAsync(call) is not { } project)
            return AuthScope.NoProject;
        if (scope.TakeMessage(project, contact.Key) is { } tooMany)
            return tooMany;

        await store.WriteAsync(session => ResendAsync(session, project, contact, call.At), call.Aborted);
        return Sent.Answer("If the address needs to be verified, a link is on its way.");
    }

    private static async ValueTask<bool> VerifyAsync(ISqlSession session, Project project, string token, DateTimeOffset now)
    {
        if (await UserCodes.UseVerificationAsync(session, project, token, now) is not { } userId)
            return false;

        await UserTable.VerifyAsync(session, userId, now);
        return true;
    }

    private async ValueTask ResendAsync(ISqlSession session, Project project, Contact contact, DateTimeOffset now)
    {
        var user = await UserTable.FindByContactAsync(session, project.Id, contact);
        await codes.SendVerificationAsync(session, project, contact, user?.Id, now);
    }
}
