namespace Trellis.Cli.Tests.Aerostack.Services;

public sealed class InvokeTests
{
    [Theory]
    [InlineData("""{"success":true,"result":{"eur":0.9}}""", 0)]
    [InlineData("""{"success":false,"result":"no rates today"}""", 6)]
    public async Task The_exit_code_tells_whether_the_service_succeeded(string answer, int exitCode)
    {
        var cli = AerostackCli.Create(Answers.Ok(answer));
        var result = await cli.AerostackAsync("services", "invoke", "rates", "--data", """{"to":"eur"}""");
        result.ExitCode.ShouldBe(exitCode);
        result.Json()["result"].ShouldNotBeNull();
        cli.Transport.LastRequest.BodyText.ShouldBe("""{"data":{"to":"eur"},"serviceName":"rates"}""");
    }
}
