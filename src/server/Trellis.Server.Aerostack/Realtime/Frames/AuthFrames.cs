using System.Text.Json;
using Trellis.Server.Aerostack.Auth.Sessions;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Realtime.Connections;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Aerostack.Realtime.Frames;

/// <summary><c>auth</c>: a new token for a connection that is there.</summary>
internal sealed class AuthFrames(Bearer bearer, TimeProvider time)
{
    private const int LongestToken = 8192;

    /// <summary>Takes a token, if it is good; else the connection stays what it was.</summary>
    public async ValueTask<AerostackError?> AuthenticateAsync(RealtimeConnection connection, JsonElement frame, CancellationToken cancellationToken)
    {
        var fields = new Fields(frame);
        var text = fields.Text("token", LongestToken);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var found = await bearer.FindAsync(text, connection.Project, time.GetUtcNow(), cancellationToken);
        if (found.User is null)
            return new AerostackError(found.Fault.Status, found.Fault.Code, found.Fault.Message);

        connection.Identity = connection.Identity with { Token = found.Token, UserId = found.User.Id };
        return null;
    }
}
