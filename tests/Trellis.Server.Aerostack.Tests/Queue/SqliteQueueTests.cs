namespace Trellis.Server.Aerostack.Tests.Queue;

/// <summary>The suite on SQLite, and what no engine has a part in.</summary>
public sealed class SqliteQueueTests : QueueSuite
{
    [Theory]
    [InlineData("http://10.0.0.1/hook")]
    [InlineData("https://169.254.169.254/latest")]
    [InlineData("ftp://example.com")]
    [InlineData("nowhere")]
    public async Task A_consumer_inside_the_network_is_refused(string url) =>
        (await First.PostAsync(Consumers, $$"""{"type":"x","url":"{{url}}"}""")).ShouldBlame("url");

    [Theory]
    [InlineData("{}", "type")]
    [InlineData("""{"type":"x"}""", "data")]
    [InlineData("""{"type":"x","data":[]}""", "data")]
    [InlineData("""{"type":" ","data":{}}""", "type")]
    [InlineData("""{"type":"x","data":{},"delay":-1}""", "delay")]
    [InlineData("""{"type":"x","data":{},"delay":1.5}""", "delay")]
    [InlineData("""{"type":"x","data":{},"maxAttempts":0}""", "maxAttempts")]
    public async Task A_job_that_is_not_well_formed_is_refused(string body, string field) =>
        (await First.PostAsync($"{Queue}/enqueue", body)).ShouldBlame(field);

    [Theory]
    [InlineData("""{"limit":201}""", "limit")]
    [InlineData("""{"limit":0}""", "limit")]
    [InlineData("""{"status":"lost"}""", "status")]
    [InlineData("""{"cursor":"zzz"}""", "cursor")]
    public async Task A_list_keeps_to_the_limits_of_the_contract(string body, string field) =>
        (await First.PostAsync($"{Queue}/jobs", body)).ShouldBlame(field);

    [Theory]
    [InlineData("enqueue")]
    [InlineData("job")]
    [InlineData("jobs")]
    [InlineData("cancel")]
    [InlineData("take")]
    public async Task A_public_key_opens_nothing_of_the_queue(string path) =>
        (await (await First.WithPublicKeyAsync()).PostAsync($"{Queue}/{path}")).ShouldBeRefused(403, "FORBIDDEN");
}
