using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Trellis.Server.Kernel.Storage;
using Trellis.Server.Kernel.Storage.Postgres;
using Trellis.Testing;

namespace Trellis.Server.Kernel.Tests.Storage;

public sealed class RepeatPolicyTests
{
    private readonly ManualTimeProvider _time = new() { AutoAdvance = true };

    [Theory]
    [InlineData(0.0, new[] { 4.0, 8, 16, 32, 64, 128, 256, 256 })]
    [InlineData(0.5, new[] { 6.0, 12, 24, 48, 96, 192, 384, 384 })]
    public async Task Pauses_double_up_to_a_limit_and_are_spread(double random, double[] milliseconds)
    {
        await Should.ThrowAsync<StoreException>(async () => await Policy(9, random).RunAsync<int>(() => throw Conflict(), default));

        _time.Delays.Select(delay => delay.TotalMilliseconds).ShouldBe(milliseconds);
    }

    [Fact]
    public async Task A_call_that_succeeds_is_made_once()
    {
        (await Policy(9, 0).RunAsync(() => ValueTask.FromResult(7), default)).ShouldBe(7);

        _time.Delays.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_exception_passes_through()
    {
        await Should.ThrowAsync<FormatException>(async () => await Policy(9, 0).RunAsync<int>(() => throw new FormatException(), default));

        _time.Delays.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_timeout_is_not_repeated()
    {
        var timeout = PostgresErrors.Translate(new NpgsqlException("Too long.", new TimeoutException()));

        await Should.ThrowAsync<StoreException>(async () => await Policy(9, 0).RunAsync<int>(() => throw timeout, default));

        _time.Delays.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_can_give_up_between_two_attempts()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var attempts = 0;

        await Should.ThrowAsync<OperationCanceledException>(async () => await Policy(9, 0).RunAsync<int>(
            () =>
            {
                attempts++;
                throw Conflict();
            },
            cancelled.Token));

        attempts.ShouldBe(1);
    }

    private static StoreException Conflict() => PostgresErrors.Translate(new PostgresException("conflict", "ERROR", "ERROR", "40001"));

    private RepeatPolicy Policy(int attempts, double random) => new(attempts, _time, () => random, NullLogger.Instance);
}
