using Trellis.Testing;

namespace Trellis.Cli.Tests;

/// <summary>Answers of the platform, as the contract's section 2.3 shows them.</summary>
internal static class Answers
{
    public const string ApiKey = "sk-0123456789abcdef0123456789abcdef";

    public const string KeyList = """
        {"user_id":"u-1","keys":[{"key_name":"k1","key_alias":"surfsense","created_at":"2026-05-01T00:00:00Z",
         "expires":"2026-08-01T00:00:00Z","spend":1.5,"blocked":null,"models":["gpt-4o"],"default_model":"gpt-4o",
         "memory_enabled":true,"memory_mode":"ckg"}]}
        """;

    public const string ProvisionedKey =
        $$"""{"api_key":"{{ApiKey}}","key_name":"moneta-user-001","user_id":"askii-user-1","expires":"2026-08-01T00:00:00Z"}""";

    public const string RevokedKey = """{"revoked":true,"detail":"ok"}""";

    public const string KeyConfig =
        """{"key_name":"k1","key_alias":null,"models":["gpt-4o"],"default_model":null,"memory_enabled":false,"memory_mode":null}""";

    public const string UpdatedKey = """{"updated":true,"key_name":"k1","models":["a","b"],"default_model":"b"}""";

    public const string ModelList = """{"models":[{"model_name":"gpt-4o"},{"model_name":"gpt-4o-mini"}]}""";

    public const string FieldErrors = """{"detail":[{"loc":["body","key_alias"],"msg":"is taken","type":"value_error"},{"loc":["body","models",1],"msg":"unknown","type":"model"}]}""";

    public static StubAnswer Ok(string json) => StubAnswer.Json(json);

    public static StubAnswer Error(int status, string detail = "no luck") => StubAnswer.Json(status, $$"""{"detail":"{{detail}}"}""");
}
