using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Kernel.Tests.Models;

public sealed class ModelConfigurationTests
{
    private const string Model = """{"name":"m","inputPerMillion":1,"outputPerMillion":2}""";

    [Theory]
    [InlineData("\"baseUrl\":\"api.openai.com\"", "models.upstreams[0].baseUrl: must be an absolute http or https URL")]
    [InlineData("\"baseUrl\":\"ftp://x/\"", "models.upstreams[0].baseUrl: must be an absolute http or https URL")]
    [InlineData("\"baseUrl\":\"https://u:p@x/\"", "models.upstreams[0].baseUrl: must be an absolute http or https URL")]
    [InlineData("\"baseUrl\":\"https://x/?a=b\"", "models.upstreams[0].baseUrl: must be an absolute http or https URL")]
    [InlineData("\"baseUrl\":{\"a\":\"b\"}", "models.upstreams[0].baseUrl: must be a text.")]
    [InlineData("\"x\":1", "models.upstreams[0].baseUrl: is missing.")]
    public void A_wrong_address_is_named(string member, string error) =>
        Refuse($$"""{"upstreams":[{"name":"up",{{member}},"models":[{{Model}}]}]}""").ShouldContain(text => text.StartsWith(error));

    [Theory]
    [InlineData("""{"inputPerMillion":1,"outputPerMillion":2}""", "models.upstreams[0].models[0].name: is missing.")]
    [InlineData("""{"name":"m","outputPerMillion":2}""", "models.upstreams[0].models[0].inputPerMillion: is missing.")]
    [InlineData("""{"name":"m","inputPerMillion":-1,"outputPerMillion":2}""", "models.upstreams[0].models[0].inputPerMillion: must be a number from 0 to 1000000.")]
    [InlineData("""{"name":"m","inputPerMillion":"much","outputPerMillion":2}""", "models.upstreams[0].models[0].inputPerMillion: must be a number from 0 to 1000000.")]
    [InlineData("""{"name":"m","inputPerMillion":0.0000000001,"outputPerMillion":2}""", "models.upstreams[0].models[0].inputPerMillion: must have at most nine decimal places.")]
    [InlineData("""{"name":" m","inputPerMillion":1,"outputPerMillion":2}""", "models.upstreams[0].models[0].name: must be at most 256 characters")]
    [InlineData("""{"name":"trellis-echo","inputPerMillion":1,"outputPerMillion":2}""", "models.upstreams[0].models[0].name: 'trellis-echo' is the name of the built-in simulator.")]
    [InlineData("""{"name":"m","inputPerMillion":1,"outputPerMillion":2,"maxOutputTokens":0}""", "models.upstreams[0].models[0].maxOutputTokens: must be a number from 1 to")]
    [InlineData("""{"name":"m","inputPerMillion":1,"outputPerMillion":2,"maxOutputTokens":1.5}""", "models.upstreams[0].models[0].maxOutputTokens: must be an integer.")]
    [InlineData("""{"name":"m","inputPerMillion":1,"outputPerMillion":2,"price":3}""", "models.upstreams[0].models[0].price: is not known here; known are name, ")]
    public void A_wrong_model_is_named(string model, string error) =>
        Refuse($$"""{"upstreams":[{"name":"up","baseUrl":"http://x/","models":[{{model}}]}]}""").ShouldHaveSingleItem().ShouldStartWith(error);

    [Theory]
    [InlineData("\"idleTimeoutSeconds\":0", "models.idleTimeoutSeconds: must be a number from 0.001 to 86400.")]
    [InlineData("\"maxResponseBytes\":1", "models.maxResponseBytes: must be a number from 1024 to")]
    [InlineData("\"upstreams\":\"x\"", "models.upstreams: must be a list.")]
    [InlineData("\"upstream\":[]", "models.upstream: is not known here; known are upstreams,")]
    [InlineData("\"upstreams\":[{\"name\":\"up\",\"baseUrl\":\"http://x/\"}]", "models.upstreams[0].models: must list at least one model.")]
    public void A_wrong_member_of_the_section_is_named(string member, string error) =>
        Refuse($$"""{{{member}}}""").ShouldHaveSingleItem().ShouldStartWith(error);

    [Fact]
    public void A_model_of_two_upstreams_is_refused() =>
        Refuse(
            $$"""
            {"upstreams":[{"name":"a","baseUrl":"http://x/","models":[{{Model}}]},{"name":"b","baseUrl":"http://x/","models":[{{Model}}]}]}
            """).ShouldBe(["models.upstreams: has more than one model named 'm'."]);

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() =>
        Refuse("""{"x":1,"upstreams":[{"name":"up"}]}""").Count.ShouldBe(3);

    [Fact]
    public void A_key_from_an_unset_variable_is_refused() =>
        Refuse(WithKey("env:TRELLIS_TEST_UNSET_KEY"))
            .ShouldBe(["models.upstreams[0].apiKey: the environment variable 'TRELLIS_TEST_UNSET_KEY' is not set."]);

    [Fact]
    public void A_key_from_a_missing_file_is_refused() =>
        Refuse(WithKey("file:no-such-file")).ShouldHaveSingleItem().ShouldContain("no-such-file' cannot be read");

    [Fact]
    public void A_key_that_no_header_can_carry_is_refused_without_showing_it()
    {
        var error = Refuse(WithKey("sk-geheim-ü")).ShouldHaveSingleItem();

        error.ShouldBe("models.upstreams[0].apiKey: may hold visible ASCII characters only.");
    }

    [Fact]
    public void A_key_is_read_from_a_variable()
    {
        Environment.SetEnvironmentVariable("TRELLIS_TEST_UPSTREAM_KEY", " sk-from-environment ");

        Read(WithKey("env:TRELLIS_TEST_UPSTREAM_KEY")).Reveal().ShouldBe("sk-from-environment");
    }

    [Fact]
    public void A_key_is_read_from_a_file_beside_the_configuration()
    {
        var directory = Directory.CreateTempSubdirectory("trellis-models-");
        File.WriteAllText(Path.Combine(directory.FullName, "key.txt"), "sk-from-file\n");

        Read(WithKey("file:key.txt"), directory.FullName).Reveal().ShouldBe("sk-from-file");
        directory.Delete(recursive: true);
    }

    [Fact]
    public void A_key_does_not_print_itself()
    {
        var options = ModelOptionsReader.Read(TestCatalog.Section(WithKey("sk-very-secret")), ".");

        options.Upstreams[0].ToString().ShouldContain("***");
        options.Upstreams[0].ToString().ShouldNotContain("sk-very-secret");
    }

    private static string WithKey(string key) =>
        $$"""{"upstreams":[{"name":"up","baseUrl":"http://x/","apiKey":"{{key}}","models":[{{Model}}]}]}""";

    private static UpstreamCredential Read(string models, string directory = ".") =>
        ModelOptionsReader.Read(TestCatalog.Section(models), directory).Upstreams[0].ApiKey.ShouldNotBeNull();

    private static IReadOnlyList<string> Refuse(string models) =>
        Should.Throw<ModelConfigurationException>(() => new ServiceCollection().AddModels(TestCatalog.Section(models))).Errors;
}
