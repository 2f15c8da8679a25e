using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Trellis.Aerostack.Json;

namespace Trellis.Aerostack;

/// <summary>
/// Keeps the realtime connection: makes it, makes it again when it breaks, beats its heart, and hands on what arrives. Frames go out in
/// order; while there is no connection they wait. Safe for concurrent use. Contract section 7.5.
/// </summary>
internal sealed class RealtimeConnection(AerostackConnection connection, RealtimeTopics topics, ILogger logger) : IDisposable
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(70);
    private static readonly TimeSpan LongestClosing = TimeSpan.FromSeconds(5);

    private readonly object _gate = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly List<QueuedFrame> _queue = [];
    private RealtimeSocket? _live;
    private CancellationTokenSource? _stop;
    private TaskCompletionSource? _opened;
    private Task _running = Task.CompletedTask;
    private string? _userToken;
    private long _lastPong;

    /// <summary>Called with each new status, one after the other.</summary>
    public Action<RealtimeStatus>? StatusChanged { get; set; }

    /// <summary>Called when a connection that broke is not tried any more.</summary>
    public Action<Exception?>? GaveUp { get; set; }

    public RealtimeStatus Status { get; private set; }

    private AerostackClientOptions Options => connection.Options;

    /// <summary>Begins to keep a connection, unless that has begun, and waits until it stands.</summary>
    public Task ConnectAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource opened;
        lock (_gate)
        {
            if (_opened is null)
            {
                _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
                _stop = new CancellationTokenSource();
                var (stop, run, before) = (_stop.Token, _opened, _running);
                _running = Task.Run(() => RunAsync(before, run, stop), CancellationToken.None);
            }

            opened = _opened;
        }

        return opened.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Ends the connection, and waits until it has ended.</summary>
    public async Task DisconnectAsync()
    {
        CancellationTokenSource? stop;
        Task running;
        lock (_gate)
        {
            (stop, running) = (_stop, _running);
        }

        // Outside the lock: what waits for the token may go on at once, on this thread.
        stop?.Cancel();
        await running.ConfigureAwait(false);
    }

    /// <summary>Breaks the connection off, without waiting for anything.</summary>
    public void Dispose()
    {
        CancellationTokenSource? stop;
        RealtimeSocket? live;
        lock (_gate)
        {
            (stop, live) = (_stop, _live);
        }

        stop?.Cancel();
        live?.Abort();
    }

    /// <summary>Sets the token that later connections carry.</summary>
    public void UseToken(string token) => Volatile.Write(ref _userToken, token);

    /// <summary>Sends a frame, or has it wait for a connection.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="type">Its source-generated contract.</param>
    /// <param name="channel">Whose subscription or presence it sets.</param>
    /// <param name="isPresence">Whether it is the presence.</param>
    /// <param name="cancellationToken">Gives up the wait for frames before it.</param>
    /// <exception cref="AerostackRealtimeException">Too many frames wait.</exception>
    public async Task SendAsync<T>(
        T frame, JsonTypeInfo<T> type, RealtimeChannel? channel, bool isPresence, CancellationToken cancellationToken)
    {
        var queued = new QueuedFrame(Serialize(frame, type), channel, isPresence);
        await _sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_live is not { } live || !await TrySendAsync(live, queued.Bytes).ConfigureAwait(false))
            {
                Enqueue(queued);
            }
        }
        finally
        {
            _sending.Release();
        }
    }

    private static byte[] Serialize<T>(T frame, JsonTypeInfo<T> type)
    {
        using var buffer = new PooledBuffer();
        RequestBody.From(frame, type).WriteTo(buffer);
        return buffer.Span.ToArray();
    }

    private static async ValueTask<bool> TrySendAsync(RealtimeSocket socket, byte[] frame)
    {
        try
        {
            await socket.SendAsync(frame, CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            socket.Abort();
            return false;
        }
    }

    private static bool IsBroken(Exception exception) =>
        exception is WebSocketException or ObjectDisposedException or InvalidOperationException or OperationCanceledException || TransportFailure.Covers(exception);

    private void Enqueue(QueuedFrame frame)
    {
        if (_queue.Count >= Options.Realtime.MaxQueuedFrames)
        {
            throw new AerostackRealtimeException(
                $"{_queue.Count} frames wait for a connection already ({nameof(RealtimeOptions.MaxQueuedFrames)}). Connect first, or send less.");
        }

        _queue.Add(frame);
    }

    private async Task RunAsync(Task before, TaskCompletionSource opened, CancellationToken stop)
    {
        await before.ConfigureAwait(false);
        Exception? cause = null;
        try
        {
            Report(RealtimeStatus.Connecting);
            cause = await KeepAsync(opened, stop).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            cause = exception;
        }

        lock (_gate)
        {
            _opened = null;
        }

        Report(RealtimeStatus.Disconnected);
        opened.TrySetException(new AerostackRealtimeException(
            stop.IsCancellationRequested ? "The connection was ended." : $"No realtime connection: {cause?.Message}", innerException: cause));

        // Whoever waits for it knows already; nobody else must be told that nobody looked.
        _ = opened.Task.Exception;
        if (!stop.IsCancellationRequested)
        {
            GaveUp?.Invoke(cause);
        }
    }

    /// <summary>Makes connections until it is told to stop or must give up.</summary>
    /// <returns>Why it gave up; <see langword="null"/> when it was told to stop.</returns>
    private async Task<Exception?> KeepAsync(TaskCompletionSource opened, CancellationToken stop)
    {
        var failures = 0;
        while (true)
        {
            Exception? failure = null;
            try
            {
                using var socket = await OpenAsync(stop).ConfigureAwait(false);
                failures = 0;
                await ServeAsync(socket, opened, stop).ConfigureAwait(false);
            }
            catch (Exception exception) when (!stop.IsCancellationRequested)
            {
                failure = exception;
            }

            if (stop.IsCancellationRequested)
            {
                return null;
            }

            failures++;
            if (failure is RealtimeRefusal or AerostackCredentialException || failures > (Options.Realtime.MaxReconnectAttempts ?? int.MaxValue))
            {
                return failure ?? new WebSocketException("The server closed the connection.");
            }

            Report(RealtimeStatus.Reconnecting);
            await Task.Delay(RealtimeBackoff.Delay(failures, Options.Randomness()), Options.TimeProvider, stop).ConfigureAwait(false);
        }
    }

    private async Task<RealtimeSocket> OpenAsync(CancellationToken stop)
    {
        var key = await Options.Token!.GetAsync(stop).ConfigureAwait(false);
        var token = Volatile.Read(ref _userToken)
            ?? (Options.UserToken is { } source ? await source.GetAsync(stop).ConfigureAwait(false) : null);
        var address = RealtimeEndpoint.Address(Options.BaseUrl, Options.ProjectId, Options.Realtime.UserId);
        return await RealtimeSocket.OpenAsync(
            address, RealtimeEndpoint.Subprotocols(key, token), connection.Invoker, Options.Realtime, Options.TimeProvider, stop).ConfigureAwait(false);
    }

    private async Task ServeAsync(RealtimeSocket socket, TaskCompletionSource opened, CancellationToken stop)
    {
        using var ended = new CancellationTokenSource();
        Volatile.Write(ref _lastPong, Options.TimeProvider.GetTimestamp());
        await BeginAsync(socket).ConfigureAwait(false);
        Task beating;
        var closing = Task.CompletedTask;
        await using (stop.Register(() => closing = CloseAsync(socket, ended.Token)).ConfigureAwait(false))
        {
            beating = BeatAsync(socket, ended.Token);
            Report(RealtimeStatus.Connected);
            opened.TrySetResult();
            try
            {
                await ReceiveAsync(socket).ConfigureAwait(false);
                await SayFarewellAsync(socket).ConfigureAwait(false);
            }
            finally
            {
                await EndAsync().ConfigureAwait(false);
                await ended.CancelAsync().ConfigureAwait(false);
            }
        }

        await beating.ConfigureAwait(false);
        await closing.ConfigureAwait(false);
    }

    /// <summary>Restores what an earlier connection had, and sends what waited, before anything new.</summary>
    private async Task BeginAsync(RealtimeSocket socket)
    {
        await _sending.WaitAsync().ConfigureAwait(false);
        try
        {
            var waiting = _queue.Where(static frame => frame.Channel is not null).Select(static frame => (frame.Channel!, frame.IsPresence)).ToHashSet();
            foreach (var (frame, channel, isPresence) in topics.Restore())
            {
                if (!waiting.Contains((channel, isPresence)))
                {
                    await socket.SendAsync(Serialize(frame, AerostackJsonContext.Default.ControlFrame), CancellationToken.None).ConfigureAwait(false);
                }
            }

            while (_queue.Count > 0)
            {
                await socket.SendAsync(_queue[0].Bytes, CancellationToken.None).ConfigureAwait(false);
                _queue.RemoveAt(0);
            }

            lock (_gate)
            {
                _live = socket;
            }
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task EndAsync()
    {
        // A frame that is under way goes nowhere any more, and must not hold up the next connection.
        _live?.Abort();
        await _sending.WaitAsync().ConfigureAwait(false);
        lock (_gate)
        {
            _live = null;
        }

        _sending.Release();
    }

    private async Task ReceiveAsync(RealtimeSocket socket)
    {
        while (true)
        {
            using var bytes = new PooledBuffer();
            if (!await socket.ReceiveAsync(bytes).ConfigureAwait(false))
            {
                return;
            }

            if (TryParse(bytes.Span) is { } frame)
            {
                Handle(frame);
            }
        }
    }

    private static ServerFrame? TryParse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, AerostackJsonContext.Default.ServerFrame);
        }
        catch (JsonException)
        {
            // Not for us: one frame that nobody understands is no reason to lose the connection.
            return null;
        }
    }

    private void Handle(ServerFrame frame)
    {
        switch (frame.Type)
        {
            case "pong":
                Volatile.Write(ref _lastPong, Options.TimeProvider.GetTimestamp());
                break;
            case "subscribed" when frame.Topic is { } topic:
                topics.Confirm(topic);
                break;
            case "db_change" or "chat_message" or "event" when frame.Topic is not null:
                topics.Deliver(frame.ToEvent());
                break;
        }
    }

    private async Task BeatAsync(RealtimeSocket socket, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(Heartbeat, Options.TimeProvider);
        var ping = Task.CompletedTask;
        try
        {
            while (await timer.WaitForNextTickAsync(ended).ConfigureAwait(false))
            {
                if (Options.TimeProvider.GetElapsedTime(Volatile.Read(ref _lastPong)) > LongestSilence)
                {
                    socket.Abort();
                    return;
                }

                // Not awaited: a server that reads nothing would hold up the check that finds it out.
                ping = Task.WhenAll(ping, PingAsync(socket));
            }
        }
        catch (OperationCanceledException)
        {
            // The connection has ended, and its heart with it.
        }

        await ping.ConfigureAwait(false);
    }

    private async Task PingAsync(RealtimeSocket socket)
    {
        await _sending.WaitAsync().ConfigureAwait(false);
        try
        {
            await TrySendAsync(socket, Serialize(new ControlFrame("ping"), AerostackJsonContext.Default.ControlFrame)).ConfigureAwait(false);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Says farewell, and breaks the connection off when the server does not answer to that in time.</summary>
    private async Task CloseAsync(RealtimeSocket socket, CancellationToken ended)
    {
        await SayFarewellAsync(socket).ConfigureAwait(false);
        try
        {
            await Task.Delay(LongestClosing, Options.TimeProvider, ended).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The server has answered.
            return;
        }

        socket.Abort();
    }

    /// <summary>Tells the server that nothing more will come, unless that has been said or the connection has ended.</summary>
    private async Task SayFarewellAsync(RealtimeSocket socket)
    {
        using var limit = new CancellationTokenSource(LongestClosing, Options.TimeProvider);
        try
        {
            await _sending.WaitAsync(limit.Token).ConfigureAwait(false);
            try
            {
                await socket.CloseOutputAsync(limit.Token).ConfigureAwait(false);
            }
            finally
            {
                _sending.Release();
            }
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            socket.Abort();
        }
    }

    private void Report(RealtimeStatus status)
    {
        if (Status == status)
        {
            return;
        }

        Status = status;
        try
        {
            StatusChanged?.Invoke(status);
        }
        catch (Exception exception)
        {
            AerostackLog.HandlerFailed(logger, "status", exception);
        }
    }
}
