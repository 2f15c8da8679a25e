using System.Buffers;
using Microsoft.Extensions.Logging;
using Trellis.Caching.Redis.Commands;
using Trellis.Caching.Redis.Failures;
using Trellis.Caching.Redis.Io;
using Trellis.Caching.Redis.Options;
using Trellis.Caching.Redis.Resp;
using Trellis.Caching.Redis.Telemetry;

namespace Trellis.Caching.Redis.Connections;

/// <summary>
/// Executes commands on a small pool of connections. A connection belongs to one command at a time, so that a cancelled or timed-out
/// one closes its own connection and disturbs nobody. Thread safe.
/// </summary>
internal sealed class RedisClient : IDisposable
{
    private readonly RedisSettings _settings;
    private readonly ILogger _logger;
    private readonly FailureFactory _failures;
    private readonly RedisConnector _connector;
    private readonly Circuit _circuit;
    private readonly IdleConnections _idle = new();
    private readonly SemaphoreSlim _slots;
    private volatile bool _disposed;

    public RedisClient(RedisSettings settings, FailureFactory failures, ILogger logger)
    {
        _settings = settings;
        _failures = failures;
        _logger = logger;
        _connector = new(settings, failures);
        _circuit = new(settings.TimeProvider, settings.ReconnectDelay, settings.MaxReconnectDelay);
        _slots = new(settings.MaxConnections);
    }

    /// <summary>Sends <paramref name="command"/> and returns its reply, which is not an error.</summary>
    /// <param name="command">The command.</param>
    /// <param name="destination">Gives the memory for a bulk string; see <see cref="RespReader.ReadAsync"/>.</param>
    /// <param name="mode">How to wait.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="RedisCacheException">The server is down, too slow, or answered with an error.</exception>
    public async ValueTask<RespValue> ExecuteAsync(
        RedisCommand command, IBufferWriter<byte>? destination, IoMode mode, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(RedisCache));
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfRefused(_circuit.Check());

        using var deadline = new Deadline(nameof(_settings.OperationTimeout), _settings.OperationTimeout, _settings.TimeProvider, cancellationToken);
        await EnterAsync(mode, deadline).ConfigureAwait(false);
        try
        {
            var reply = await ExecuteInSlotAsync(command, destination, mode, deadline).ConfigureAwait(false);
            return reply.Kind == RespKind.Error ? throw _failures.ServerError(reply) : reply;
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>Closes the idle connections now, and those in use when their command is done.</summary>
    public void Dispose()
    {
        _disposed = true;
        _idle.Dispose();
    }

    private async ValueTask EnterAsync(IoMode mode, Deadline deadline)
    {
        try
        {
            await mode.EnterAsync(_slots, deadline).ConfigureAwait(false);
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            deadline.Caller.ThrowIfCancellationRequested();
            throw _failures.NoFreeConnection(deadline, _settings.MaxConnections);
        }
    }

    private async ValueTask<RespValue> ExecuteInSlotAsync(
        RedisCommand command, IBufferWriter<byte>? destination, IoMode mode, Deadline deadline)
    {
        var connection = await TakeOrOpenAsync(mode, deadline).ConfigureAwait(false);
        while (true)
        {
            try
            {
                var reply = await connection.ExecuteAsync(command, destination, mode, deadline).ConfigureAwait(false);
                Return(connection, reply);
                return reply;
            }
            catch (Exception error)
            {
                connection.Dispose();
                if (!FailureFactory.IsOfTheServer(error))
                    throw;

                var failure = _failures.From(error, deadline);
                if (failure.Failure is not (RedisCacheFailure.Connection or RedisCacheFailure.Timeout))
                    throw failure;

                // The server may have been restarted since this connection was last used. All our commands can be sent twice.
                if (!connection.IsReused || failure.Failure == RedisCacheFailure.Timeout)
                    throw Down(failure, isProbe: false);

                _logger.StaleConnection(_settings.Url.Server);
                _idle.Clear();
            }

            connection = await OpenAsync(isProbe: false, mode, deadline).ConfigureAwait(false);
        }
    }

    private void Return(RedisConnection connection, RespValue reply)
    {
        _idle.Put(connection);

        // The primary has become a replica: by now the host's name may lead to its successor.
        if (reply.Kind == RespKind.Error && reply.Bytes.Span.StartsWith("READONLY"u8))
            _idle.Clear();
    }

    private ValueTask<RedisConnection> TakeOrOpenAsync(IoMode mode, Deadline deadline)
    {
        ThrowIfRefused(_circuit.Enter(out var isProbe));
        return !isProbe && _idle.Take() is { } connection
            ? ValueTask.FromResult(connection)
            : OpenAsync(isProbe, mode, deadline);
    }

    private async ValueTask<RedisConnection> OpenAsync(bool isProbe, IoMode mode, Deadline deadline)
    {
        using var connectDeadline = deadline.Within(nameof(_settings.ConnectTimeout), _settings.ConnectTimeout);
        try
        {
            var connection = await _connector.OpenAsync(mode, connectDeadline).ConfigureAwait(false);
            if (_circuit.Succeeded())
                _logger.ServerIsBack(_settings.Url.Server);

            return connection;
        }
        catch (Exception error)
        {
            var isOfTheServer = FailureFactory.IsOfTheServer(error);
            if (isProbe && (!isOfTheServer || deadline.Caller.IsCancellationRequested))
                _circuit.Abandoned();
            if (!isOfTheServer)
                throw;

            throw Down(_failures.From(error, connectDeadline), isProbe);
        }
    }

    /// <summary>Opens the circuit: the next call would fail too.</summary>
    private RedisCacheException Down(RedisCacheException failure, bool isProbe)
    {
        if (_circuit.Failed(failure, isProbe) is { } delay)
        {
            _idle.Clear();
            _logger.ServerIsDown(failure, _settings.Url.Server, failure.Failure, delay);
        }

        return failure;
    }

    private void ThrowIfRefused(Circuit.Refusal? refusal)
    {
        if (refusal is { } refused)
            throw _failures.Refused(refused.Cause, refused.RetryAfter);
    }
}
