namespace Trellis.Cli.Tests.Askii.Keys;

public sealed class ListKeysTests
{
    [Fact]
    public async Task The_list_is_a_table_by_default()
    {
        var result = await new InProcessCli(Answers.Ok(Answers.KeyList)).RunAsync("askii", "keys", "list");
        result.Output.ShouldBe("""
            Keys for u-1

            Name  Alias      Default model   Spend  Expires                    Memory
            ────  ─────────  ─────────────  ──────  ─────────────────────────  ──────
            k1    surfsense  gpt-4o         1.5000  2026-08-01T00:00:00+00:00  ckg

            """);
        result.Error.ShouldBeEmpty();
        result.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Missing_values_are_em_dashes_and_numbers_stand_at_the_right()
    {
        const string Answer = """
            {"user_id":"u-1","keys":[{"key_name":"first","spend":0},{"key_name":"second","spend":123.45678,"memory_enabled":true}]}
            """;
        var result = await new InProcessCli(Answers.Ok(Answer)).RunAsync("askii", "keys", "list");
        result.Output.ShouldBe("""
            Keys for u-1

            Name    Alias  Default model     Spend  Expires  Memory
            ──────  ─────  ─────────────  ────────  ───────  ──────
            first   —      —                0.0000  —        off
            second  —      —              123.4568  —        on

            """);
    }

    [Fact]
    public async Task As_JSON_every_field_is_there_in_the_contracts_order()
    {
        var result = await new InProcessCli(Answers.Ok(Answers.KeyList)).RunAsync("askii", "keys", "list", "--output", "json");
        result.Output.ShouldBe("""
            {
              "user_id": "u-1",
              "keys": [
                {
                  "key_name": "k1",
                  "key_alias": "surfsense",
                  "created_at": "2026-05-01T00:00:00Z",
                  "expires": "2026-08-01T00:00:00Z",
                  "spend": 1.5,
                  "blocked": null,
                  "models": [
                    "gpt-4o"
                  ],
                  "default_model": "gpt-4o",
                  "memory_enabled": true,
                  "memory_mode": "ckg"
                }
              ]
            }

            """);
        result.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task As_JSON_absent_fields_are_null_or_their_defaults()
    {
        var result = await new InProcessCli(Answers.Ok("""{"user_id":"u-1","keys":[{"key_name":"k","spend":0.25}]}"""))
            .RunAsync("askii", "keys", "list", "-o", "json");
        result.Output.ShouldContain("\"key_alias\": null");
        result.Output.ShouldContain("\"expires\": null");
        result.Output.ShouldContain("\"models\": []");
        result.Output.ShouldContain("\"memory_enabled\": false");
        result.Output.ShouldContain("\"memory_mode\": null");
    }

    [Fact]
    public async Task Timestamps_are_printed_in_UTC_with_six_digits_of_a_fraction()
    {
        const string Answer = """
            {"user_id":"u-1","keys":[{"key_name":"k","spend":0,"created_at":"2026-05-01T02:00:00.5+02:00","expires":1785542400}]}
            """;
        var result = await new InProcessCli(Answers.Ok(Answer)).RunAsync("askii", "keys", "list", "-o", "json");
        result.Output.ShouldContain("\"created_at\": \"2026-05-01T00:00:00.500000Z\"");
        result.Output.ShouldContain("\"expires\": \"2026-08-01T00:00:00Z\"");
    }

    [Fact]
    public async Task The_request_carries_the_token_and_nothing_else()
    {
        var cli = new InProcessCli(Answers.Ok(Answers.KeyList));
        await cli.RunAsync("askii", "keys", "list");
        cli.Transport.LastRequest.Path.ShouldBe("/platform/list-keys");
        cli.Transport.LastRequest.BodyText.ShouldBe($$"""{"mpass_token":"{{InProcessCli.Token}}"}""");
    }

    [Fact]
    public async Task A_name_cannot_steer_the_terminal()
    {
        var result = await new InProcessCli(Answers.Ok("""{"user_id":"u\n1","keys":[{"key_name":"\u001b[2Jk","spend":0}]}"""))
            .RunAsync("askii", "keys", "list");
        result.Output.ShouldContain("Keys for u\\u000a1");
        result.Output.ShouldContain("\\u001b[2Jk");
        result.Output.ShouldNotContain("\e");
    }
}
