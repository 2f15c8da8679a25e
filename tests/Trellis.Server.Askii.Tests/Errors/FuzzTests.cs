using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Trellis.Server.Askii.Tests.Support;

namespace Trellis.Server.Askii.Tests.Errors;

/// <summary>Whatever is sent, the answer is a refusal in the contract's shape or a success, and never a failure of the server.</summary>
public sealed class FuzzTests : ServerTest
{
    private const int Rounds = 60;

    private static readonly string[] FieldNames =
    [
        "key", "key_alias", "duration_days", "memory_enabled", "memory_mode", "models", "default_model", "max_budget", "mpass_token", "x",
        "", "k\\u0065y", "\\ud800", "\\u0000", "ż",
    ];

    [Theory]
    [MemberData(nameof(PlatformEndpoints.All), MemberType = typeof(PlatformEndpoints))]
    public async Task Any_bytes_are_answered(string path)
    {
        foreach (var bytes in ArbMap.Default.GeneratorFor<byte[]>().Sample(Rounds, 100))
            ShouldBeAnswer(await Server.PostAsync(path, new ByteArrayContent(bytes)));
    }

    [Theory]
    [MemberData(nameof(PlatformEndpoints.All), MemberType = typeof(PlatformEndpoints))]
    public async Task Any_JSON_with_a_token_is_answered(string path)
    {
        foreach (var fields in Gen.ListOf(Field(), 4).Sample(Rounds))
        {
            var members = fields.Select(static field => $"\"{field.Name}\":{field.Value}");
            var body = $$"""{"mpass_token":"{{Ada.Token}}"{{string.Concat(members.Select(static member => "," + member))}}}""";
            ShouldBeAnswer(await Server.PostAsync(path, body));
        }
    }

    [Theory]
    [MemberData(nameof(PlatformEndpoints.All), MemberType = typeof(PlatformEndpoints))]
    public async Task A_body_cut_anywhere_is_answered(string path)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"key":"ż","models":["trellis-echo"],"mpass_token":"{{Ada.Token}}"}""");
        foreach (var length in Enumerable.Range(0, 45))
            ShouldBeAnswer(await Server.PostAsync(path, new ByteArrayContent(body[..length])));
    }

    private static void ShouldBeAnswer(Answer answer)
    {
        answer.Status.ShouldBeOneOf(200, 401, 404, 409, 422);
        if (answer.Status != 200)
            answer.Members.ShouldBe(["detail"]);
    }

    private static Gen<(string Name, string Value)> Field() =>
        from name in Gen.Elements(FieldNames)
        from value in Gen.Sized(Value)
        select (name, value);

    private static Gen<string> Value(int size)
    {
        var number = Gen.Elements("0", "-1", "1e999", "1E-999", "3.5", "9223372036854775808", "30", "1.0", new string('9', 400));
        var word = Gen.Elements("null", "true", "false", "\"all\"", "\"trellis-echo\"", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"sk-\"");
        var text = ArbMap.Default.GeneratorFor<string?>().Select(static text => JsonValue.Create(text)?.ToJsonString() ?? "null");
        var leaf = Gen.OneOf(number, word, text);
        return size < 10
            ? leaf
            : Gen.OneOf(
                leaf,
                Gen.ListOf(Value(size / 3), 3).Select(static items => $"[{string.Join(',', items)}]"),
                Value(size / 3).Select(static inner => $"{{\"a\":{inner}}}"));
    }
}
