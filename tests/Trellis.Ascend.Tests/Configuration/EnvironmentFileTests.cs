namespace Trellis.Ascend.Tests.Configuration;

[Collection(nameof(EnvironmentCollection))]
public sealed class EnvironmentFileTests : IDisposable
{
    private readonly EnvironmentScope _environment = new();
    private readonly string _path = Path.GetTempFileName();

    public void Dispose()
    {
        _environment.Dispose();
        File.Delete(_path);
    }

    [Theory]
    [InlineData("ASCEND_AGENT_ID=a", "a")]
    [InlineData("  ASCEND_AGENT_ID = a  ", "a")]
    [InlineData("export ASCEND_AGENT_ID=a", "a")]
    [InlineData("ASCEND_AGENT_ID=\"a b\"", "a b")]
    [InlineData("ASCEND_AGENT_ID='a # b'", "a # b")]
    [InlineData("ASCEND_AGENT_ID=\"a\" # comment", "a")]
    [InlineData("ASCEND_AGENT_ID=a # comment", "a")]
    [InlineData("ASCEND_AGENT_ID=a#b", "a#b")]
    [InlineData("ASCEND_AGENT_ID=a=b", "a=b")]
    [InlineData("# ASCEND_AGENT_ID=x\nASCEND_AGENT_ID=a", "a")]
    [InlineData("ASCEND_AGENT_ID=x\nASCEND_AGENT_ID=a", "a")]
    [InlineData("nonsense\n\n=x\nASCEND_AGENT_ID=a\r\n", "a")]
    public void A_line_sets_a_variable(string text, string expected) => Read(text).AgentId.ShouldBe(expected);

    [Theory]
    [InlineData("ASCEND_AGENT_ID=")]
    [InlineData("ASCEND_AGENT_ID=# nothing")]
    [InlineData("#ASCEND_AGENT_ID=a")]
    [InlineData("")]
    public void What_sets_nothing_leaves_the_default(string text) => Read(text).AgentId.ShouldBeNull();

    [Fact]
    public void The_process_wins_over_the_file()
    {
        _environment.Set("ASCEND_AGENT_ID", "process");
        Read("ASCEND_AGENT_ID=file\nASCEND_AGENT_NAME=file").AgentId.ShouldBe("process");
        Read("ASCEND_AGENT_ID=file\nASCEND_AGENT_NAME=file").AgentName.ShouldBe("file");
    }

    [Fact]
    public void The_file_is_read_only_when_it_is_asked_for()
    {
        File.WriteAllText(_path, "ASCEND_AGENT_ID=file");
        AscendClientOptions.FromEnvironment().AgentId.ShouldBeNull();
    }

    private AscendClientOptions Read(string text)
    {
        File.WriteAllText(_path, text);
        return AscendClientOptions.FromEnvironmentFile(_path);
    }
}
