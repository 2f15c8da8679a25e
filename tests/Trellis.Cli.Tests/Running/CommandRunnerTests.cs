namespace Trellis.Cli.Tests.Running;

public sealed class CommandRunnerTests : IDisposable
{
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public void Dispose() => _error.Dispose();

    [Fact]
    public async Task A_defect_exits_with_99_and_names_the_exception()
    {
        (await RunAsync(_ => throw new InvalidOperationException("boom"))).ShouldBe(99);
        _error.ToString().ShouldBe("unexpected error: InvalidOperationException: boom\n");
    }

    [Fact]
    public async Task A_cancelled_command_exits_as_if_interrupted_and_says_nothing()
    {
        using var source = new CancellationTokenSource();
        var exitCode = await RunAsync(
            token =>
            {
                source.Cancel();
                token.ThrowIfCancellationRequested();
                return Task.FromResult(0);
            },
            source.Token);
        exitCode.ShouldBe(130);
        _error.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_commands_own_exit_code_is_the_programs() => (await RunAsync(_ => Task.FromResult(11))).ShouldBe(11);

    [Fact]
    public async Task A_cancellation_that_nobody_asked_for_is_a_defect() =>
        (await RunAsync(_ => throw new OperationCanceledException())).ShouldBe(99);

    private Task<int> RunAsync(Func<CancellationToken, Task<int>> run, CancellationToken cancellationToken = default) => CommandRunner.RunAsync(
        new CliHost(TextWriter.Null, _error, _ => null), "trellis test", _ => null, run, cancellationToken);
}
