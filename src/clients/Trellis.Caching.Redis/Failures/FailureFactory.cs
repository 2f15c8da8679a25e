using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using Trellis.Caching.Redis.Io;
using Trellis.Caching.Redis.Resp;

namespace Trellis.Caching.Redis.Failures;

/// <summary>Makes every exception that leaves the cache, so that all of them say what happened, where, and what to do next.</summary>
internal sealed class FailureFactory(string server)
{
    private const int MaxServerText = 200;

    private const string CheckServer = "Check that the server runs and that the URL's host, port and scheme (rediss for TLS) are right.";
    private const string CheckProtocol = "Check that the URL names a Redis or Valkey server, and the cache's MaxValueBytes.";
    private const string CheckTls = "Check that the port speaks TLS and that its certificate is trusted here (CaBundlePath).";
    private const string CheckCredentials = "Check user, password and database number in the URL.";
    private const string CheckConnections = "Raise MaxConnections, or find out why the server is slow.";
    private const string CheckSpeed = "Check the server's load and the network, or raise the limit.";

    /// <summary>Whether an exception comes from the server or the way to it, and not from code of the caller's, such as its buffer.</summary>
    public static bool IsOfTheServer(Exception error) => error
        is RedisCacheException
        or RespProtocolException
        or IOException
        or SocketException
        or AuthenticationException
        or TimeoutException
        or OperationCanceledException;

    /// <summary>What a failed connection attempt or command is to the caller.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled: that is no failure of the server.</exception>
    public RedisCacheException From(Exception error, Deadline deadline)
    {
        if (error is RedisCacheException known)
            return known;
        if (Find<TimeoutException>(error) is not null)
            return TimedOut(deadline, error);
        if (Find<OperationCanceledException>(error) is not null)
        {
            deadline.Caller.ThrowIfCancellationRequested();
            return TimedOut(deadline, error);
        }

        if (Find<RespProtocolException>(error) is { } protocol)
            return Make(RedisCacheFailure.Protocol, $"sent what this cache cannot accept: {protocol.Message}", CheckProtocol, error);
        if (Find<AuthenticationException>(error) is { } tls)
            return Make(RedisCacheFailure.Tls, $"and this cache could not agree on TLS: {tls.Message}", CheckTls, error);

        var reason = error.GetBaseException().Message;
        return Make(RedisCacheFailure.Connection, $"could not be reached, or closed the connection: {reason}", CheckServer, error);
    }

    /// <summary>The circuit is open: the call was not tried.</summary>
    public RedisCacheException Refused(RedisCacheException cause, TimeSpan retryAfter)
    {
        var wait = retryAfter > TimeSpan.Zero
            ? $"The next attempt to connect is in {Seconds(retryAfter)}; until then calls fail at once."
            : "An attempt to connect is under way; until it ends calls fail at once.";
        return new($"{cause.Message} {wait}", cause.Failure, server, cause)
        {
            ServerCode = cause.ServerCode,
            RetryAfter = retryAfter,
        };
    }

    /// <summary>Every connection is in use and none came free in time.</summary>
    public RedisCacheException NoFreeConnection(Deadline deadline, int maxConnections)
    {
        var what = $"was not asked: all {maxConnections} connections stayed in use for the {deadline.Name} of {Seconds(deadline.Limit)}";
        return Make(RedisCacheFailure.Timeout, what, CheckConnections);
    }

    /// <summary>The server answered a command with an error.</summary>
    public RedisCacheException ServerError(RespValue reply)
    {
        var text = reply.AsText();
        var code = CodeOf(text);
        return Make(RedisCacheFailure.Server, $"refused the command: {Safe(text)}", ServerErrorAdvice.For(code), code: code);
    }

    /// <summary>
    /// The server answered the commands that open a connection with an error. Only its code is told: its text may repeat the credentials.
    /// </summary>
    public RedisCacheException HandshakeError(RespValue reply)
    {
        var code = CodeOf(reply.AsText());
        var failure = code is "NOAUTH" or "WRONGPASS" or "NOPERM" ? RedisCacheFailure.Authentication : RedisCacheFailure.Server;
        var next = code == "ERR" ? CheckCredentials : ServerErrorAdvice.For(code);
        return Make(failure, $"refused the connection with the error {code}", next, code: code);
    }

    /// <summary>The reply is RESP, but not what this command is answered with.</summary>
    public RedisCacheException UnexpectedReply(RespValue reply) =>
        Make(RedisCacheFailure.Protocol, $"answered with a value of the unexpected type {reply.Kind}", CheckProtocol);

    private RedisCacheException TimedOut(Deadline deadline, Exception error)
    {
        var next = deadline.Name == nameof(RedisCacheOptions.ConnectTimeout) ? CheckServer : CheckSpeed;
        return Make(RedisCacheFailure.Timeout, $"did not answer within the {deadline.Name} of {Seconds(deadline.Limit)}", next, error);
    }

    private RedisCacheException Make(RedisCacheFailure failure, string what, string next, Exception? error = null, string? code = null) =>
        new($"Redis at {server} {what.TrimEnd('.')}. {next}", failure, server, error) { ServerCode = code };

    private static T? Find<T>(Exception? error)
        where T : Exception
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is T found)
                return found;
        }

        return null;
    }

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");

    private static string CodeOf(string text)
    {
        var end = text.AsSpan().IndexOfAnyExceptInRange('A', 'Z');
        return end switch
        {
            0 => "ERR",
            < 0 => text,
            _ => text[..end],
        };
    }

    // "unknown command 'SET', with args beginning with: ..." repeats keys and values.
    private static string Safe(string text)
    {
        var arguments = text.IndexOf(", with args", StringComparison.Ordinal);
        if (arguments >= 0)
            text = text[..arguments];

        return text.Length > MaxServerText ? text[..MaxServerText] : text;
    }
}
