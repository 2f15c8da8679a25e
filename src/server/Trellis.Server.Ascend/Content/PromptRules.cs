namespace Trellis.Server.Ascend.Content;

/// <summary>What tries to talk an agent out of its instructions (OWASP LLM01, prompt injection).</summary>
internal static class PromptRules
{
    // A gap stays within one sentence and one text.
    private const string Gap = @"[^.\n\0]*";

    private const string Override = @"\b(?:ignore|disregard|forget|override|bypass)\b";

    /// <summary>The rules.</summary>
    public static ContentRuleSet All { get; } = new(
        new ContentRule(
            "instruction_override",
            90,
            "The text asks to set aside earlier instructions.",
            ["ignore", "disregard", "forget", "override", "bypass"],
            Override + Gap + @"(?:\b(?:previous|prior|above|earlier|your|system)\b" + Gap
            + @"\b(?:instructions?|prompts?|guidelines?|directives?|rules?|polic(?:y|ies)|constraints?)\b"
            + @"|\b(?:all|any|these|those)\b" + Gap + @"\b(?:instructions?|prompts?|guidelines?|directives?)\b)") { Blocks = true },
        new ContentRule(
            "rule_override",
            80,
            "The text asks to set aside rules.",
            ["ignore", "disregard", "forget", "override", "bypass"],
            Override + Gap + @"\b(?:all|any|these|those)\b" + Gap + @"\b(?:rules?|polic(?:y|ies)|constraints?|restrictions?|limits?)\b"),
        new ContentRule(
            "forged_turn",
            90,
            "The text holds the control marks of a chat template.",
            ["inst]", "sys>"],
            @"<\|\s*(?:im_start|im_end|system|user|assistant|endoftext|eot_id|start_header_id)\s*\|>|\[/?INST\]|<<\s*/?SYS>>") { Blocks = true, TriggerCharacters = "|" },
        new ContentRule(
            "jailbreak",
            88,
            "The text names a known way around a model's limits.",
            ["jailbr", "dan mode", "do anything now", "god mode", "unrestricted mode", "without any restrictions", "no restrictions"],
            @"\bjailbr(?:eak|oken)|\bdan\s+mode\b|\bdo\s+anything\s+now\b|\bgod\s+mode\b|\bunrestricted\s+mode\b|\b(?:without\s+any|no)\s+restrictions\b"),
        new ContentRule(
            "role_override",
            65,
            "The text gives the agent another role.",
            ["you are now", "you're now", "pretend", "act as", "from now on", "developer mode"],
            @"\byou(?:\s+are|'re)\s+now\s+(?:an?|the|in|my|dan)\b|\bpretend\s+(?:to\s+be|you|that)\b"
            + @"|\bact\s+as\s+(?:if|an?|the|my)\s+(?:unrestricted|unfiltered|root|admin|administrator|system|developer|different)\b"
            + @"|\bfrom\s+now\s+on\b" + Gap + @"\byou\b|\bdeveloper\s+mode\b"),
        new ContentRule(
            "prompt_extraction",
            75,
            "The text asks for the instructions that the agent was given.",
            ["prompt", "instruction"],
            @"\b(?:reveal|show|print|repeat|output|display|leak|dump|tell\s+me|what\s+(?:is|are|was|were))\b" + Gap
            + @"\b(?:system|initial|hidden|original|developer|secret|your)\s+(?:prompts?|instructions?)\b"),
        new ContentRule(
            "governance_bypass",
            85,
            "The text asks to work around approvals, audit or safety rules.",
            ["bypass", "disable", "skip", "circumvent", "turn off", "evade"],
            @"\b(?:bypass|disable|skip|circumvent|evade|turn\s+off)\b" + Gap
            + @"\b(?:approvals?|governance|audit(?:ing|s)?|logging|safety|security|polic(?:y|ies)|guardrails?|filters?|monitoring|oversight|kill[ -]switch)\b"),
        new ContentRule(
            "covert_action",
            75,
            "The text asks to keep something from people.",
            ["do not", "don't", "never", "without"],
            @"\b(?:do\s+not|don't|never)\s+(?:tell|inform|notify|alert|mention)\b" + Gap + @"\b(?:user|human|anyone|admin\w*|operator|owner|team|manager)\b"
            + @"|\bwithout\s+(?:telling|informing|notifying|alerting)\b"),
        new ContentRule(
            "credential_request",
            65,
            "The text asks to send credentials somewhere.",
            ["password", "credential", "api key", "api_key", "api-key", "apikey", "secret", "token", "private key"],
            @"\b(?:send|post|upload|exfiltrate|forward|e-?mail|transmit|leak)\b" + Gap
            + @"\b(?:passwords?|credentials?|api[ _-]?keys?|secrets?|tokens?|private\s+keys?)\b"),
        new ContentRule(
            "encoded_instruction",
            75,
            "The text asks to decode something and to follow it.",
            ["decode", "base64", "rot13"],
            @"\b(?:decode|base64|rot13)\b" + Gap + @"\b(?:execute|run|follow|obey|perform)\b"),
        new ContentRule(
            "hidden_characters",
            70,
            "The text holds characters that people cannot see or that turn it around.",
            [],
            @"[\u202D\u202E\u2066-\u2068]|\uDB40[\uDC00-\uDC7F]") { TriggerCharacters = "\u202D\u202E\u2066\u2067\u2068\uDB40" });
}
