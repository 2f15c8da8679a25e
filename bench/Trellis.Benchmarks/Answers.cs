namespace Trellis.Benchmarks;

/// <summary>The answers of the three APIs to "list what I have", each with one entry.</summary>
internal static class Answers
{
    public static byte[] AskiiKeys { get; } = """
        {"user_id":"u-1","keys":[
        {"key_name":"sk-...1a2b","key_alias":"agent","created_at":"2026-05-01T00:00:00Z","expires":"2026-08-01T00:00:00Z","spend":1.5,"blocked":null,"models":["gpt-4o"],"default_model":"gpt-4o","memory_enabled":true,"memory_mode":"ckg"}
        ]}
        """u8.ToArray();

    public static byte[] OpenAIModels { get; } = """
        {"object":"list","data":[
        {"id":"gpt-4o-2024-08-06","object":"model","created":1722814719,"owned_by":"system","permission":[],"root":"gpt-4o","parent":null,"description":"A model of the list, as long as the others' entries are"}
        ]}
        """u8.ToArray();

    public static byte[] AnthropicModels { get; } = """
        {"data":[
        {"type":"model","id":"claude-sonnet-4-5-20250929","display_name":"Claude Sonnet 4.5","created_at":"2025-09-29T00:00:00Z","max_input_tokens":200000,"max_tokens":64000,"capabilities":null}
        ],"has_more":false,"first_id":"a","last_id":"c"}
        """u8.ToArray();
}
