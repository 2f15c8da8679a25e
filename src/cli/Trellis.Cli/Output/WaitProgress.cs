using System.Globalization;

namespace Trellis.Cli;

/// <summary>
/// Tells people on standard error what the program waits for: on a terminal a line that counts the seconds and goes away at the end,
/// anywhere else one line.
/// </summary>
internal sealed class WaitProgress : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _end = new();
    private readonly Task _shown;

    private WaitProgress(CliHost host, string what)
    {
        if (host.ErrorStyle.IsAnsi)
        {
            _shown = CountAsync(host, what, _end.Token);
            return;
        }

        host.Error.WriteLine($"{TerminalText.Line(what)} ...");
        _shown = Task.CompletedTask;
    }

    /// <param name="host">Where it is told.</param>
    /// <param name="what">What the program does, such as <c>Waiting for a decision</c>.</param>
    public static WaitProgress Start(CliHost host, string what) => new(host, what);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _shown.ConfigureAwait(false);
        _end.Dispose();
    }

    private static async Task CountAsync(CliHost host, string what, CancellationToken end)
    {
        var started = host.Time.GetTimestamp();
        using var timer = new PeriodicTimer(Interval, host.Time);
        try
        {
            do
            {
                var seconds = (int)host.Time.GetElapsedTime(started).TotalSeconds;
                host.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r\e[K{TerminalText.Line(what)} ({seconds} s)"));
            }
            while (await timer.WaitForNextTickAsync(end).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            host.Error.Write("\r\e[K");
        }
    }
}
