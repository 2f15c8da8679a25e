namespace Trellis.Cli.Tests.Ascend.Audit;

public sealed class VerifyTests
{
    [Theory]
    [InlineData("VALID", 0)]
    [InlineData("TAMPERED", 12)]
    [InlineData("BROKEN", 12)]
    public async Task The_exit_code_tells_whether_the_log_is_what_it_was(string status, int exitCode)
    {
        var cli = AscendCli.Create(Answers.Ok($$"""
            {"id":"chk_1","check_time":"2026-01-15T10:30:00Z","status":"{{status}}","total_records":12,"first_bad_sequence":4}
            """));
        var result = await cli.AscendAsync("audit", "verify");
        result.ExitCode.ShouldBe(exitCode);
        result.Output.ShouldContain(status);
        result.Output.ShouldContain("first bad sequence");
        cli.Transport.LastRequest.Path.ShouldBe("/api/audit/verify-integrity");
    }
}
