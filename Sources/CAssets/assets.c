int assets_placeholder(void){return 0;}
