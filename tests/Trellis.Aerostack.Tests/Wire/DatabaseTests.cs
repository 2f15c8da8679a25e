using System.Text.Json;

namespace Trellis.Aerostack.Tests.Wire;

public sealed class DatabaseTests
{
    [Fact]
    public async Task Parameters_keep_their_types_and_their_order()
    {
        using var aerostack = new AerostackFixture(Golden.Ok("""{"results":[{"id":1,"name":"a"}],"count":1}"""));
        var result = await aerostack.Client.Database.QueryAsync("SELECT ?", [true, null, 1.5, "x\u00e9"]);
        aerostack.LastBody.ShouldBe("{\"sql\":\"SELECT ?\",\"params\":[true,null,1.5,\"x\u00e9\"]}");
        result.Count.ShouldBe(1);
        result.Results!.Single().GetProperty("name").GetString().ShouldBe("a");
    }

    [Fact]
    public async Task Parameters_that_are_not_given_are_not_sent_and_given_empty_they_are()
    {
        using var aerostack = new AerostackFixture(Golden.Ok(), Golden.Ok());
        await aerostack.Client.Database.QueryAsync("SELECT 1");
        aerostack.LastBody.ShouldBe("""{"sql":"SELECT 1"}""");
        await aerostack.Client.Database.QueryAsync("SELECT 1", []);
        aerostack.LastBody.ShouldBe("""{"sql":"SELECT 1","params":[]}""");
    }

    [Fact]
    public void Rows_are_read_as_a_type_of_the_applications()
    {
        using var aerostack = new AerostackFixture(Golden.Ok("""{"results":[{"name":"a"},{"name":"b"}]}"""), Golden.Ok());
        aerostack.Client.Database.Query("SELECT name FROM t").Read(ThingJson.Default.Thing).ShouldBe([new("a"), new("b")]);
        aerostack.Client.Database.Query("SELECT name FROM t").Read(ThingJson.Default.Thing).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("7", 7L)]
    [InlineData("\"7\"", 7L)]
    [InlineData("null", null)]
    public async Task A_count_is_an_integer_even_as_a_text(string json, long? count)
    {
        using var aerostack = new AerostackFixture(Golden.Ok($$"""{"count":{{json}}}"""));
        (await aerostack.Client.Database.QueryAsync("SELECT 1")).Count.ShouldBe(count);
    }

    [Fact]
    public async Task A_count_with_a_fraction_fails_validation()
    {
        using var aerostack = new AerostackFixture(Golden.Ok("""{"count":1.5}"""));
        var error = await Should.ThrowAsync<AerostackResponseValidationException>(() => aerostack.Client.Database.QueryAsync("SELECT 1"));
        error.Status.ShouldBe(200);
        error.InnerException.ShouldBeOfType<JsonException>();
    }
}
