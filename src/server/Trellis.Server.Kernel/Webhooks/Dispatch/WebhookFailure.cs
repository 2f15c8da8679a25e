using System.Net.Sockets;
using Trellis.Server.Kernel.Outbound;

namespace Trellis.Server.Kernel.Webhooks;

/// <summary>Says why no answer came, without the address, which may hold a secret in its path.</summary>
internal static class WebhookFailure
{
    public static string Describe(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause is OutboundRefusedException)
                return cause.Message;
            if (cause is SocketException socket)
                return $"The receiver cannot be reached: {socket.SocketErrorCode}.";
        }

        return error is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http
            ? $"The receiver cannot be reached: {http.HttpRequestError}."
            : "The connection to the receiver broke.";
    }
}
